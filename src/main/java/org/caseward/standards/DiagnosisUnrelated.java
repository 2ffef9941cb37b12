package org.caseward.standards;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.casefile.CaseFile;
import org.caseward.matching.scoring.BodyPart;
import org.caseward.matching.scoring.Region;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Finding;

/** What the report treats is elsewhere than what the case accepts. */
final class DiagnosisUnrelated implements MedicalRule {
    @Override
    public Optional<Finding> check(Consideration about) {
        return about.file()
                .filter(file -> elsewhere(reported(about), accepted(file)))
                .map(file -> new Finding(
                        "diagnosis-unrelated",
                        "The body part or diagnosis of the report is elsewhere than what is accepted on the case. Please say how they are related.",
                        "accepted body parts and diagnoses of case " + file.caseNumber()));
    }

    private static boolean elsewhere(Set<Region> reported, Set<Region> accepted) {
        return !reported.isEmpty() && !accepted.isEmpty() && Collections.disjoint(reported, accepted);
    }

    private static Set<Region> reported(Consideration about) {
        List<String> parts = about.report().fields().all(FieldNames.BODY_PART).stream()
                .map(FieldValue::value)
                .toList();
        return Region.of(BodyPart.of(parts), about.diagnoses());
    }

    /** All that is accepted: a case may name a part and, by a diagnosis, another. */
    private static Set<Region> accepted(CaseFile file) {
        List<String> codes = Consideration.codes(file.diagnoses());
        Set<Region> regions = new java.util.HashSet<>(Region.of(BodyPart.of(file.bodyParts()), codes));
        regions.addAll(Region.of(List.of(), codes));
        return regions;
    }
}
