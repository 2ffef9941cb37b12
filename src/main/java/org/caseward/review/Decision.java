package org.caseward.review;

import java.util.List;
import org.caseward.report.Reason;
import org.caseward.report.Step;
import org.caseward.standards.CheckedReport;

/** What becomes of a checked report. */
public sealed interface Decision {
    CheckedReport report();

    /** Every gate passed: it is filed on these cases of the program without a person. */
    record File(CheckedReport report, String program, List<String> caseNumbers) implements Decision {}

    /** A newer version of it is known, or it has withdrawn what it was sent for: nothing is left to decide. {@code step} says which of the two. */
    record SetAside(CheckedReport report, Reason reason, Step step) implements Decision {}

    /** A person decides, for these reasons. */
    record Review(CheckedReport report, List<Reason> reasons) implements Decision {}
}
