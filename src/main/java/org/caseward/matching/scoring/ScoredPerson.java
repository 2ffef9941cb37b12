package org.caseward.matching.scoring;

import java.util.ArrayList;
import java.util.List;

/** A person whom a report may be about: what the person's traits say, and each of their cases with what the injury's traits say. */
public final class ScoredPerson {
    private final ReportFacts facts;
    private final KnownPerson known;
    private final List<Evidence> evidence;
    private final double bits;
    private final double relativeBits;
    private final boolean named;
    private final List<ScoredCase> cases;

    private ScoredPerson(ReportFacts facts, KnownPerson known, Frequencies frequencies, Model model) {
        this.facts = facts;
        this.known = known;
        evidence = PersonComparison.compare(facts, known, frequencies, model);
        Household.cap(evidence, model);
        bits = evidence.stream().mapToDouble(Evidence::bits).sum();
        relativeBits = Household.relative(evidence, model);
        named = known.cases().stream().anyMatch(c -> CaseComparison.number(facts, c) == Level.EXACT);
        cases = new ArrayList<>(known.cases().size());
        for (CaseFacts file : known.cases()) {
            cases.add(new ScoredCase(this, file, CaseComparison.compare(facts, file, named, model)));
        }
    }

    public static ScoredPerson of(ReportFacts facts, KnownPerson known, Frequencies frequencies, Model model) {
        return new ScoredPerson(facts, known, frequencies, model);
    }

    /** What the report says that this person was compared with. */
    ReportFacts facts() {
        return facts;
    }

    public KnownPerson known() {
        return known;
    }

    public List<Evidence> evidence() {
        return evidence;
    }

    public List<ScoredCase> cases() {
        return cases;
    }

    /** The sum of the person's evidence. */
    public double bits() {
        return bits;
    }

    /** The same evidence, taken for that of a relative whom we do not know. */
    double relativeBits() {
        return relativeBits;
    }

    /** Whether the report carries the number of one of the person's cases. */
    boolean named() {
        return named;
    }

    @Override
    public String toString() {
        return "ScoredPerson[" + known.program() + "]";
    }
}
