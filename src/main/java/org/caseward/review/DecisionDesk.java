package org.caseward.review;

import java.util.Optional;
import org.caseward.matching.watch.QualityWatch;
import org.caseward.report.AuditedAct;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a person's decision about a report is taken: all of it in one transaction, or none of it. */
@Component
class DecisionDesk {
    private final StaffDesk desk;
    private final Reports reports;
    private final Acceptance acceptance;
    private final Splitting splitting;
    private final Moving moving;
    private final DecisionLedger ledger;
    private final QualityWatch watch;
    private final ApplicationEventPublisher events;

    DecisionDesk(
            StaffDesk desk,
            Reports reports,
            Acceptance acceptance,
            Splitting splitting,
            Moving moving,
            DecisionLedger ledger,
            QualityWatch watch,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.reports = reports;
        this.acceptance = acceptance;
        this.splitting = splitting;
        this.moving = moving;
        this.ledger = ledger;
        this.watch = watch;
        this.events = events;
    }

    /**
     * Takes the decision and gives the report as it is afterwards.
     *
     * @throws Objection.Raised 404 outside the person's walls and work, 403 where the role does not decide, 409 when somebody else decided first, 422 when it can't be done
     */
    DeskReport decide(Staff who, String idOrReceipt, Act act) {
        DeskReport after = desk.as(who, jdbc -> decide(jdbc, who, idOrReceipt, act));
        if (act instanceof Act.Move) {
            watch.look(after.programs());
        }
        return after;
    }

    private DeskReport decide(JdbcClient jdbc, Staff who, String idOrReceipt, Act asked) {
        Sight sight = Sight.of(who);
        DeskReport report =
                reports.find(jdbc, sight, idOrReceipt).orElseThrow(() -> new Objection.Raised(Objection.notFound()));
        if (!sight.mayDecide(report)) {
            throw new Objection.Raised(
                    Objection.forbidden(
                            "Coordinators, senior coordinators and supervisors of the report's program decide; triage decides while no program has claimed it."));
        }
        Act act = asked instanceof Act.Accept accept ? acceptance.named(jdbc, report, accept) : asked;
        Optional<String> program = carryOut(jdbc, sight, who, report, act);
        events.publishEvent(new AuditedAct(who.name(), audited(act), report.id().toString(), program, detail(act)));
        return reports.reread(jdbc, report.id());
    }

    private Optional<String> carryOut(JdbcClient jdbc, Sight sight, Staff who, DeskReport report, Act act) {
        return switch (act) {
            case Act.Accept accept -> Optional.of(acceptance.accept(jdbc, sight, who, report, accept));
            case Act.Split split -> {
                splitting.split(jdbc, who, report, split);
                yield Optional.ofNullable(report.program());
            }
            case Act.Move move -> {
                moving.move(jdbc, who, report, move);
                yield Optional.ofNullable(report.program());
            }
            case Act.Reject reject -> {
                ledger.reject(jdbc, who, report, reject);
                yield Optional.ofNullable(report.program());
            }
            case Act.RequestMore more -> {
                ledger.requestMore(jdbc, who, report, more);
                yield Optional.ofNullable(report.program());
            }
        };
    }

    private static String audited(Act act) {
        return switch (act) {
            case Act.Accept accept -> "accepted";
            case Act.Reject reject -> "rejected";
            case Act.Move move -> "moved";
            case Act.Split split -> "split";
            case Act.RequestMore more -> "requested-more";
        };
    }

    private static String detail(Act act) {
        return switch (act) {
            case Act.Accept accept -> "cases " + String.join(", ", accept.caseNumbers());
            case Act.Reject reject -> "";
            case Act.Move move -> "from case " + move.from() + " to case " + move.to();
            case Act.Split split -> split.parts().size() + " parts";
            case Act.RequestMore more -> String.join(", ", more.findings());
        };
    }
}
