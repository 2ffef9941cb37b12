package org.caseward.intake.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.AuditedAct;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed in by whomever, as the staff of its programs see it: with the words that came with it. */
@Component
class CounterList {
    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;

    CounterList(JdbcClient jdbc, Submissions submissions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.events = events;
    }

    /** One line of the list. */
    record Line(
            UUID id, Instant at, String handed, @Nullable String provider, String by, String receipts) {}

    record HandedIn(String receiptNumber, String name, int size) {}

    /**
     * One submission.
     *
     * @param provider its name in the directory
     * @param program whose key sealed the words
     */
    record Shown(Row row, Submission.Words words, List<HandedIn> files) {}

    record Row(
            UUID id,
            Instant at,
            String handed,
            @Nullable String provider,
            String by,
            @Nullable LocalDate cameOn,
            String about,
            byte @Nullable [] words,
            String program) {}

    private record FileRow(String receiptNumber, byte[] name, int size) {}

    /** What the staff handed in last by these connections. */
    List<Line> latest(List<String> connections) {
        return jdbc.sql("""
                        select s.id, s.at, s.handed, p.name as provider, s.by,
                            (select string_agg(u.receipt_number, ', ' order by u.receipt_number) from hub.portal_upload u where u.submission = s.id) as receipts
                        from hub.portal_submission s left join hub.provider p on p.id = s.provider
                        where s.connection = any(?) and s.handed <> 'portal' and exists (select from hub.portal_upload u where u.submission = s.id)
                        order by s.at desc limit ?
                        """)
                .params(connections.toArray(String[]::new), LATEST)
                .query(Line.class)
                .list();
    }

    /** @param id a submission, or the receipt number of something handed in with it */
    Optional<Shown> one(Staff who, List<String> connections, String id) {
        return jdbc.sql("""
                        select s.id, s.at, s.handed, p.name as provider, s.by, s.came_on, s.about, s.words, c.programs[1] as program
                        from hub.portal_submission s join hub.connection c on c.id = s.connection left join hub.provider p on p.id = s.provider
                        where s.connection = any(:connections)
                          and (s.id::text = :id or s.id in (select u.submission from hub.portal_upload u where u.receipt_number = :id))
                        order by s.at limit 1
                        """)
                .param("connections", connections.toArray(String[]::new))
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(row -> shown(who, row));
    }

    private Shown shown(Staff who, Row row) {
        events.publishEvent(
                new AuditedAct(who.name(), "viewed-submission", row.id().toString(), Optional.of(row.program()), ""));
        List<HandedIn> files = jdbc
                .sql(
                        "select receipt_number, name, size from hub.portal_upload where submission = ? order by at, receipt_number")
                .param(row.id())
                .query(FileRow.class)
                .list()
                .stream()
                .map(file -> new HandedIn(
                        file.receiptNumber(), submissions.name(row.program(), row.id(), file.name()), file.size()))
                .toList();
        return new Shown(row, submissions.words(row.program(), row.id(), row.words()), files);
    }
}
