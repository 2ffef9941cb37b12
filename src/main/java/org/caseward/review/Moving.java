package org.caseward.review;

import java.util.List;
import java.util.UUID;
import org.caseward.matching.watch.AutomaticFilings;
import org.caseward.register.VersionStanding;
import org.caseward.report.ReportState;
import org.caseward.security.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person says that a report was filed on the wrong case. The publisher withdraws it there and files it on the other; until then it is being filed. Where the machine
 * had filed it, that was an error, and is counted as one.
 */
@Component
class Moving {
    private final CaseLookup cases;
    private final DecisionLedger ledger;

    Moving(CaseLookup cases, DecisionLedger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    void move(JdbcClient desk, Staff who, DeskReport report, Act.Move act) {
        String program = report.program();
        if (program == null || report.state() != ReportState.FILED) {
            throw new Objection.Raised(Objection.conflict("Only a filed report can be moved; this one is "
                    + report.state().code().replace('_', ' ')
                    + ". Decide it where it stands, or wait until it is filed."));
        }
        if (VersionStanding.SUPERSEDED.equals(report.reasonCode())
                || VersionStanding.WITHDRAWN.equals(report.reasonCode())) {
            throw new Objection.Raised(Objection.conflict("This version is no longer in use: " + report.reason()
                    + " Move the report that stands in its place."));
        }
        refuse(filedOn(desk, report.id()), act);
        CaseCard other = cases.byNumber(desk, List.of(program), List.of(act.to())).stream()
                .findFirst()
                .orElseThrow(() -> invalid("No case " + act.to() + " in program " + program
                        + ". Check the number; a new case appears here after the case store's next feed."));
        if (other.closed() && !act.onClosed()) {
            throw invalid("Case " + act.to()
                    + " is closed. If the report belongs on it all the same, say so (`onClosed`: true).");
        }
        String told = "Moved from case " + act.from() + " to case " + act.to() + "; it is being filed.";
        ledger.move(desk, report, ReportState.FILED, ReportState.MATCHED, program, "moved", told);
        // asked before the move's own line is written: whose decision it was that is undone now
        AutomaticFilings.moved(desk, report.id(), act.from());
        ledger.write(
                desk,
                who,
                report,
                new DecisionLedger.Line(act, program, List.of(act.to()), act.reason(), List.of(), null),
                told);
        ledger.enqueue(desk, Acceptance.LANE, report.id());
    }

    private static void refuse(List<String> filedOn, Act.Move act) {
        if (!filedOn.contains(act.from())) {
            throw invalid("The report does not stand on case " + act.from() + "; it stands on "
                    + String.join(", ", filedOn) + ". Name one of these in `from`.");
        }
        if (filedOn.contains(act.to())) {
            throw invalid("The report stands on case " + act.to() + " already. Name the case it should go to in `to`.");
        }
    }

    /** The cases it belongs on by all decisions so far. */
    static List<String> filedOn(JdbcClient desk, UUID report) {
        return desk.sql("select unnest(hub.filed_on(?))")
                .param(report)
                .query(String.class)
                .list();
    }

    private static Objection.Raised invalid(String detail) {
        return new Objection.Raised(Objection.invalid(detail));
    }
}
