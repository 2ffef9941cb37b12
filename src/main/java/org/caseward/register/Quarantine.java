package org.caseward.register;

import org.caseward.report.Outcome;
import org.caseward.report.Reason;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.springframework.stereotype.Component;

/** Where reports go that can't go on by themselves. */
@Component("quarantine")
public class Quarantine {
    private final Register register;

    Quarantine(Register register) {
        this.register = register;
    }

    /** A stage refused the report. */
    public void refused(Outcome.Refused<?> refusal) {
        register.quarantine(refusal.report(), refusal.at(), refusal.reason());
    }

    /** A stage failed on this report again and again: a fault of ours that only this content brings out. The exception's class is kept, never its message. */
    public void failed(ReportId report, Throwable fault) {
        register.quarantine(
                report,
                Step.EXTRACTED,
                new Reason(
                        "fault-" + fault.getClass().getSimpleName(),
                        "The hub failed on this report (" + fault.getClass().getSimpleName()
                                + "). Nothing is lost; tell your integration engineer, who can replay it once it is mended."));
    }

    /** A decided report that the case store did not take. The decision stands; a replay files it. */
    public void notFiled(ReportId report, Throwable fault) {
        register.quarantineDecided(
                report,
                new Reason(
                        Register.NOT_FILED + fault.getClass().getSimpleName(),
                        "It is decided, but the case store did not take it ("
                                + fault.getClass().getSimpleName()
                                + "). Nothing is lost; tell your integration engineer, who can replay it once it is mended: then it is filed as decided."));
    }
}
