package org.caseward.standards;

import java.util.Optional;
import org.caseward.report.Finding;

/** The report fits a case that is closed: the injury may have come back. */
final class PossibleRecurrence implements MedicalRule {
    @Override
    public Optional<Finding> check(Consideration about) {
        return about.file()
                .filter(file -> !file.accepting())
                .map(file -> new Finding(
                        "possible-recurrence",
                        "The case that the report fits is closed. Decide whether the injury has come back and the case is to be reopened, or whether this is a new one.",
                        "status of case " + file.caseNumber()));
    }
}
