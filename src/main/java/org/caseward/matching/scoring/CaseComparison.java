package org.caseward.matching.scoring;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Names;
import org.caseward.casefile.Numbers;

/** Compares what a report says of the injury with a case. */
public final class CaseComparison {
    private static final double EMPLOYER_ALIKE = 0.92;
    /** ICD-10-CM: the seventh character only tells the encounter (A, D, S). */
    private static final int ENCOUNTER = 6;
    /** ICD-10-CM: the first three characters are the category. */
    private static final int CATEGORY = 3;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private CaseComparison() {}

    public static List<Evidence> compare(ReportFacts facts, CaseFile file, Model model) {
        return List.of(
                model.evidence(Trait.NUMBER, Best.of(facts.numbers(), file.numbers(), CaseComparison::number)),
                model.evidence(
                        Trait.INJURY_DATE,
                        Best.of(
                                facts.injuryDates(),
                                file.injuryDate() == null ? List.of() : List.of(file.injuryDate()),
                                Dates::compareInjury)),
                model.evidence(Trait.BODY_PART, BodyPart.compare(facts.bodyParts(), BodyPart.of(file.bodyParts()))),
                model.evidence(
                        Trait.DIAGNOSIS,
                        Best.of(
                                facts.diagnoses(),
                                file.diagnoses().stream().map(Numbers::plain).toList(),
                                CaseComparison::diagnosis)),
                model.evidence(
                        Trait.EMPLOYER,
                        Best.of(
                                facts.employers(),
                                file.employer() == null ? List.of() : List.of(Names.compact(file.employer())),
                                CaseComparison::employer)));
    }

    private static Level number(String reported, String known) {
        if (reported.equals(Numbers.plain(known))) {
            return Level.EXACT;
        }
        return Numbers.folded(reported).equals(Numbers.folded(known)) ? Level.CONFUSABLE : Level.DIFFERENT;
    }

    private static Level diagnosis(String one, String other) {
        if (head(one, ENCOUNTER).equals(head(other, ENCOUNTER))) {
            return Level.EXACT;
        }
        return head(one, CATEGORY).equals(head(other, CATEGORY)) ? Level.NEAR : Level.DIFFERENT;
    }

    private static String head(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static Level employer(String one, String other) {
        if (one.equals(other)) {
            return Level.EXACT;
        }
        return JARO_WINKLER.apply(one, other) >= EMPLOYER_ALIKE ? Level.SIMILAR : Level.DIFFERENT;
    }
}
