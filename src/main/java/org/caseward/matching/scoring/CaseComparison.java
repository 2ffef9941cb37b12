package org.caseward.matching.scoring;

import java.util.ArrayList;
import java.util.List;

/** Compares what a report says of the injury with a case. */
final class CaseComparison {
    /** ICD-10-CM: the seventh character only tells the encounter (A, D, S). */
    private static final int ENCOUNTER = 6;
    /** ICD-10-CM: the first three characters are the category. */
    private static final int CATEGORY = 3;

    private final ReportFacts facts;
    private final CaseFacts file;
    private final Model model;
    private final List<Evidence> found = new ArrayList<>(7);

    private CaseComparison(ReportFacts facts, CaseFacts file, Model model) {
        this.facts = facts;
        this.file = file;
        this.model = model;
    }

    /** @param siblingNamed whether a number on the report is that of another case of the same person */
    static List<Evidence> compare(ReportFacts facts, CaseFacts file, boolean siblingNamed, Model model) {
        CaseComparison comparison = new CaseComparison(facts, file, model);
        Level number = number(facts, file);
        boolean sibling = siblingNamed && number == Level.DIFFERENT;
        comparison.add(Trait.NUMBER, sibling ? Level.SIBLING : number);
        comparison.add(
                Trait.INJURY_DATE, Dates.injury(facts.injuryDates(), file.file().injuryDate()));
        comparison.add(Trait.BODY_PART, comparison.bodyPart());
        comparison.add(Trait.DIAGNOSIS, comparison.diagnosis());
        comparison.add(Trait.EMPLOYER, company(facts.employers(), file.employer()));
        comparison.add(Trait.UNIT, company(facts.units(), file.unit()));
        comparison.add(Trait.PROVIDER, comparison.provider());
        return comparison.found;
    }

    static Level number(ReportFacts facts, CaseFacts file) {
        Level best = Level.MISSING;
        for (String reported : facts.numbers()) {
            for (int i = 0; i < file.numbers().size() && best != Level.EXACT; i++) {
                best = Best.of(
                        best,
                        Best.number(
                                reported, file.numbers().get(i), file.folded().get(i)));
            }
        }
        return best;
    }

    private void add(Trait trait, Level level) {
        if (level != Level.MISSING) {
            found.add(model.evidence(trait, level).softened(facts.sure(trait)));
        }
    }

    /**
     * Where one side names only a diagnosis, its region stands for the body part. Of several body parts on a report the diagnosis tells which one is meant: where that is another,
     * the agreement of a further one is chance.
     */
    private Level bodyPart() {
        Level level = BodyPart.compare(facts.bodyParts(), file.bodyParts());
        boolean several = facts.bodyParts().size() > 1 && level != Level.MISSING;
        if (several && diagnosis() == Level.DIFFERENT && elsewhere()) {
            return Level.DIFFERENT;
        }
        return level == Level.MISSING ? region() : level;
    }

    private Level region() {
        Level level = Region.compare(facts.prepared().regions(), file.regions());
        String here = level == Level.NEAR ? facts.prepared().side() : "";
        return here.isEmpty() || file.side().isEmpty() || file.side().equals(here) ? level : Level.OPPOSITE;
    }

    private boolean elsewhere() {
        return Region.compare(Region.of(List.of(), facts.diagnoses()), file.regions()) == Level.DIFFERENT;
    }

    private Level diagnosis() {
        Level best = Level.MISSING;
        for (String one : facts.diagnoses()) {
            for (String other : file.diagnoses()) {
                best = Best.of(best, diagnosis(one, other));
            }
        }
        return best;
    }

    private static Level diagnosis(String one, String other) {
        if (sameHead(one, other, ENCOUNTER)) {
            return Level.EXACT;
        }
        return sameHead(one, other, CATEGORY) ? Level.NEAR : Level.DIFFERENT;
    }

    private static boolean sameHead(String one, String other, int length) {
        int longest = Math.max(Math.min(one.length(), length), Math.min(other.length(), length));
        return one.regionMatches(0, other, 0, longest);
    }

    private static Level company(List<String> reported, String known) {
        Level best = Level.MISSING;
        if (!known.isEmpty()) {
            for (String one : reported) {
                boolean alike = Alike.alike(one, known, Alike.COMPANY);
                best = Best.of(best, one.equals(known) ? Level.EXACT : alike ? Level.SIMILAR : Level.DIFFERENT);
            }
        }
        return best;
    }

    private Level provider() {
        for (String npi : facts.npis()) {
            if (file.npis().contains(npi)) {
                return Level.EXACT;
            }
        }
        Level best = Level.MISSING;
        for (String known : file.providers()) {
            best = Best.of(best, company(facts.providers(), known));
        }
        boolean bothGive = !facts.npis().isEmpty() && !file.npis().isEmpty();
        return best == Level.MISSING && bothGive ? Level.DIFFERENT : best;
    }
}
