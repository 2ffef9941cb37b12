package org.caseward.intake.portal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Receipted;
import org.caseward.report.AuditedAct;
import org.caseward.security.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what was handed in together. What somebody typed and what files are called is sealed like the files themselves. */
@Component
class Submissions {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyRing keys;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Submissions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            KeyRing keys,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.json = json;
        this.events = events;
    }

    private record Known(String by, String connection) {}

    /**
     * Begins a submission, or goes on with one of the same sender.
     *
     * @throws NotTaken where the id is somebody else's, or a one-time link was used for another submission before
     */
    void begin(HandOver from, Submission submission) {
        try {
            insert(from, submission);
        } catch (DuplicateKeyException e) {
            throw new NotTaken(
                    HttpStatus.FORBIDDEN,
                    "Your link was for one submission, and that has been made. Nothing more was kept. Ask the agency for another link.");
        }
        Optional<Known> known = jdbc.sql("select by, connection from hub.portal_submission where id = ?")
                .param(submission.id())
                .query(Known.class)
                .optional();
        if (!known.equals(Optional.of(new Known(from.by(), from.connection().id())))) {
            throw new NotTaken(
                    HttpStatus.FORBIDDEN,
                    "This submission is another sender's. Nothing was kept. Load the page again and send it from there.");
        }
    }

    private void insert(HandOver from, Submission submission) {
        jdbc.sql("""
                        insert into hub.portal_submission (id, connection, provider, handed, by, came_on, about, words, invitation)
                        values (:id, :connection, :provider, :handed, :by, :came, :about, :words, :invitation) on conflict (id) do nothing
                        """)
                .param("id", submission.id())
                .param("connection", from.connection().id())
                .param("provider", from.provider().orElse(null))
                .param("handed", submission.handed().code())
                .param("by", from.by())
                .param("came", submission.cameOn().orElse(null))
                .param("about", submission.about())
                .param("words", sealed(from.connection().homeProgram(), submission))
                .param("invitation", from.invitation().orElse(null))
                .update();
    }

    private byte @Nullable [] sealed(String program, Submission submission) {
        return submission.words().isEmpty()
                ? null
                : keys.seal(program, context(submission.id()), json.writeValueAsBytes(submission.words()));
    }

    /** Adds a file that has its receipt; the same again changes nothing. */
    void add(HandOver from, UUID submission, HandedFile file, Receipted receipt) {
        String program = from.connection().homeProgram();
        byte[] name = keys.seal(program, context(submission), file.name().getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(status -> {
            int added = jdbc.sql("""
                            insert into hub.portal_upload (submission, upload_id, receipt_number, report, size, name)
                            values (?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            submission,
                            file.uploadId(),
                            receipt.receiptNumber(),
                            receipt.report().value(),
                            file.bytes().length,
                            name)
                    .update();
            if (added == 1) {
                events.publishEvent(new AuditedAct(
                        from.by(),
                        "handed-in",
                        receipt.receiptNumber(),
                        Optional.of(program),
                        from.provider().map(id -> "for provider " + id).orElse("for a provider not known")));
            }
        });
    }

    Submission.Words words(String program, UUID submission, byte @Nullable [] sealed) {
        return sealed == null
                ? Submission.Words.NONE
                : json.readValue(keys.open(program, context(submission), sealed), Submission.Words.class);
    }

    String name(String program, UUID submission, byte[] sealed) {
        return new String(keys.open(program, context(submission), sealed), StandardCharsets.UTF_8);
    }

    private static String context(UUID submission) {
        return "portal:" + submission;
    }
}
