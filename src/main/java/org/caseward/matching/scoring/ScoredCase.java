package org.caseward.matching.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.caseward.casefile.CaseFile;

/** A case, with its person, that a report may belong to, and all that speaks for and against it. */
public record ScoredCase(CaseFile file, List<Evidence> evidence, double score) {
    /** Best first; of equals an open case before a closed one. */
    public static final Comparator<ScoredCase> BEST_FIRST = Comparator.comparingDouble(ScoredCase::score)
            .reversed()
            .thenComparing(scored -> !scored.file().accepting())
            .thenComparing(scored -> scored.file().caseNumber());

    public ScoredCase {
        evidence = List.copyOf(evidence);
    }

    /** @param familyShare the share of the program's people with this person's family name */
    public static ScoredCase of(ReportFacts facts, CaseFile file, double familyShare, Model model) {
        List<Evidence> evidence = Stream.concat(
                        PersonComparison.compare(facts, file.person(), familyShare, model).stream(),
                        CaseComparison.compare(facts, file, model).stream())
                .filter(e -> e.level() != Level.MISSING)
                .toList();
        return new ScoredCase(
                file, evidence, evidence.stream().mapToDouble(Evidence::bits).sum());
    }

    public Level level(Trait trait) {
        return evidence.stream()
                .filter(e -> e.trait() == trait)
                .map(Evidence::level)
                .findFirst()
                .orElse(Level.MISSING);
    }

    public boolean samePerson(ScoredCase other) {
        return file.program().equals(other.file.program())
                && file.person().id().equals(other.file.person().id());
    }

    public List<String> agree() {
        return evidence.stream()
                .filter(e -> e.bits() > 0)
                .sorted(Comparator.comparingDouble(Evidence::bits).reversed())
                .map(Evidence::words)
                .toList();
    }

    public List<String> disagree() {
        return evidence.stream()
                .filter(e -> e.bits() < 0)
                .sorted(Comparator.comparingDouble(Evidence::bits))
                .map(Evidence::words)
                .toList();
    }

    @Override
    public String toString() {
        return "ScoredCase[" + file.program() + "]";
    }
}
