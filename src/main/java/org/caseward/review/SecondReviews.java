package org.caseward.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.matching.watch.QualityWatch;
import org.caseward.report.AuditedAct;
import org.caseward.report.Step;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Blind second reviews: a person places a report that was filed without one, knowing nothing of where, and hears only then whether both agree. What differs is an error of
 * the machine until somebody knows better.
 */
@Component
class SecondReviews {
    private static final int MOST = 200;
    /** Filed by the hub alone, drawn, and neither read nor moved so far. */
    private static final String DUE = """
            select r.id, r.receipt_number, r.document_type, r.received_at, r.program
            from hub.automatic_filing f join hub.report r on r.id = f.report
            where f.sampled and f.reviewed_at is null and f.moved_at is null and r.state = 'filed' and f.program = any(:decides)
              and not exists (select from hub.decision d where d.report = r.id and d.by <> 'hub')
            """;

    private static final String KEEP = """
            update hub.automatic_filing set reviewed_at = now(), reviewed_by = :who, chosen = :chosen,
                agrees = case_numbers @> cast(:chosen as text[]) and cast(:chosen as text[]) @> case_numbers
            where report = :id and reviewed_at is null returning agrees, case_numbers""";

    /** One that waits for its second reader; where it was filed is not here. */
    record Due(UUID report, String receiptNumber, String documentType, Instant receivedAt, String program) {}

    /**
     * What came of one.
     *
     * @param filedOn where the machine had filed it
     * @param chosen where the second reader placed it; empty: on no case
     */
    record Verdict(UUID report, String receiptNumber, boolean agrees, List<String> filedOn, List<String> chosen) {}

    private final StaffDesk desk;
    private final CaseLookup cases;
    private final DecisionLedger ledger;
    private final QualityWatch watch;
    private final ApplicationEventPublisher events;

    SecondReviews(
            StaffDesk desk,
            CaseLookup cases,
            DecisionLedger ledger,
            QualityWatch watch,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.cases = cases;
        this.ledger = ledger;
        this.watch = watch;
        this.events = events;
    }

    /** The longest waiting first. */
    List<Due> due(JdbcClient jdbc, Sight sight) {
        return query(jdbc, sight, DUE + " order by f.decided_at limit " + MOST, null);
    }

    Due find(JdbcClient jdbc, Sight sight, String id) {
        return Reports.uuid(id)
                .flatMap(uuid -> query(jdbc, sight, DUE + " and r.id = :id", uuid).stream()
                        .findFirst())
                .orElseThrow(
                        () -> new Objection.Raised(
                                new Objection(
                                        org.springframework.http.HttpStatus.NOT_FOUND,
                                        "No second review is due",
                                        "No report with this id waits for a second review within your programs. Somebody else may have read it meanwhile; go back to the list.")));
    }

    private static List<Due> query(
            JdbcClient jdbc, Sight sight, String sql, @org.jspecify.annotations.Nullable UUID id) {
        return jdbc.sql(sql)
                .param("decides", sight.decides().toArray(String[]::new))
                .param("id", id)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("receipt_number"),
                        Optional.ofNullable(row.getString("document_type")).orElse("unknown"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("program")))
                .list();
    }

    /**
     * Keeps where a second reader places the report, and only then says where it was filed.
     *
     * @param chosen case numbers of the report's program; empty: it belongs on no case
     * @throws Objection.Raised 404 where none is due, 409 where somebody else was faster, 422 where a case is not there
     */
    Verdict place(Staff who, String id, List<String> chosen) {
        Due[] due = new Due[1];
        Verdict verdict = desk.as(who, jdbc -> {
            due[0] = find(jdbc, Sight.of(who), id);
            refuseUnknown(jdbc, due[0].program(), chosen);
            return keep(jdbc, who, due[0], chosen);
        });
        if (!verdict.agrees()) {
            watch.look(List.of(due[0].program()));
        }
        return verdict;
    }

    private void refuseUnknown(JdbcClient jdbc, String program, List<String> chosen) {
        List<String> known = cases.byNumber(jdbc, List.of(program), chosen).stream()
                .map(CaseCard::caseNumber)
                .toList();
        List<String> unknown = chosen.stream().filter(n -> !known.contains(n)).toList();
        if (!unknown.isEmpty()) {
            throw new Objection.Raised(Objection.invalid("No case " + String.join(", ", unknown) + " in program "
                    + program + ". Check the number, or look for the person."));
        }
    }

    private Verdict keep(JdbcClient jdbc, Staff who, Due due, List<String> chosen) {
        Verdict verdict = jdbc.sql(KEEP)
                .param("who", who.name())
                .param("chosen", chosen.toArray(String[]::new))
                .param("id", due.report())
                .query((row, n) -> new Verdict(
                        due.report(),
                        due.receiptNumber(),
                        row.getBoolean("agrees"),
                        List.of((String[]) row.getArray("case_numbers").getArray()),
                        chosen))
                .optional()
                .orElseThrow(
                        () -> new Objection.Raised(
                                Objection.conflict(
                                        "Somebody else has read this report meanwhile. Nothing of yours was kept; take the next one.")));
        String told = verdict.agrees() ? "the same case" : "another case, or none";
        ledger.step(
                jdbc,
                due.report(),
                Instant.now(),
                Step.REVIEWED,
                "second-review",
                "A second reader, who was not shown where it was filed, came to " + told + ".",
                who.name());
        events.publishEvent(new AuditedAct(
                who.name(),
                "second-reviewed",
                due.report().toString(),
                Optional.of(due.program()),
                verdict.agrees() ? "agrees" : "differs"));
        return verdict;
    }
}
