package org.caseward.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.caseward.documents.DocumentStore;
import org.caseward.matching.MatchResult;
import org.caseward.report.Box;
import org.caseward.report.Channel;
import org.caseward.report.DocumentType;
import org.caseward.report.Evidence;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.caseward.report.Finding;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts reports, with their steps and pages, where the pipeline would have put them, and by its role. */
final class ReportRows {
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private final JdbcClient pipeline;
    private final DocumentStore documents;
    private final JsonMapper json = JsonMapper.builder().build();

    ReportRows(JdbcClient pipeline, DocumentStore documents) {
        this.pipeline = pipeline;
        this.documents = documents;
    }

    /** A report in review of this program, received by fax just now. */
    Draft inReview(String program) {
        Draft draft = new Draft();
        draft.program = program;
        draft.programs = List.of(program);
        return draft;
    }

    /** A report that no program has claimed. */
    Draft unclaimed(String... programs) {
        Draft draft = new Draft();
        draft.programs = List.of(programs);
        return draft;
    }

    void provider(String id, String name) {
        pipeline.sql(
                        "insert into hub.provider (id, name) values (?, ?) on conflict (id) do update set name = excluded.name")
                .params(id, name)
                .update();
    }

    static Evidence at(String path) {
        return new Evidence.AtPath(path);
    }

    static Evidence on(int page, Box box) {
        return new Evidence.OnPage(page, box);
    }

    final class Draft {
        private final UUID id = ReportId.next().value();
        private UUID receipt = ReceiptId.next().value();
        private String receiptNumber = String.format("R-%08d", NUMBER.incrementAndGet());
        private List<String> programs = List.of();
        private @Nullable String program;
        private ReportState state = ReportState.IN_REVIEW;
        private Channel channel = Channel.FAX;
        private @Nullable String provider;
        private String controlId = "fax-" + id;
        private DocumentType type = DocumentType.RETURN_TO_WORK_NOTE;
        private Instant receivedAt = Instant.now().minusSeconds(60);
        private String reasonCode = "gates";
        private String reason = "The machine may not file it by itself.";
        private @Nullable MatchResult match;
        private String lacks = "{}";
        private final Map<String, List<FieldValue>> fields = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<byte[]> pages = new ArrayList<>();

        Draft sameReceiptAs(Draft other) {
            receipt = other.receipt;
            receiptNumber = other.receiptNumber;
            return this;
        }

        Draft state(ReportState state) {
            this.state = state;
            return this;
        }

        Draft by(Channel channel, @Nullable String provider) {
            this.channel = channel;
            this.provider = provider;
            return this;
        }

        Draft controlId(String controlId) {
            this.controlId = controlId;
            return this;
        }

        Draft type(DocumentType type) {
            this.type = type;
            return this;
        }

        Draft ago(Duration age) {
            this.receivedAt = Instant.now().minus(age);
            return this;
        }

        Draft because(String code, String reason) {
            this.reasonCode = code;
            this.reason = reason;
            return this;
        }

        Draft field(String name, String value, String raw, double confidence, String method, Evidence... evidence) {
            fields.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new FieldValue(value, raw, confidence, method, List.of(evidence)));
            return this;
        }

        Draft field(String name, String value) {
            return field(name, value, value, 1, "hl7", at(name));
        }

        Draft finding(String id, String text, String source) {
            findings.add(new Finding(id, text, source));
            return this;
        }

        Draft match(MatchResult match) {
            this.match = match;
            return this;
        }

        /** @param json what each level lacks, by its number */
        Draft lacks(String json) {
            this.lacks = json;
            return this;
        }

        Draft page(byte[] png) {
            pages.add(png);
            return this;
        }

        String receiptNumber() {
            return receiptNumber;
        }

        UUID kept() {
            pipeline.sql("""
                    insert into hub.report (id, receipt, receipt_number, received_at, channel, connection, programs, program, provider,
                        control_id, sha256, state, lane, document_type, fields, match, findings, reason_code, reason, level_missing)
                    values (?, ?, ?, ?, ?, 'test', ?, ?, ?, ?, ?, ?, 'documents', ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb)""")
                    .param(id)
                    .param(receipt)
                    .param(receiptNumber)
                    .param(receivedAt.atOffset(ZoneOffset.UTC))
                    .param(channel.code())
                    .param(programs.toArray(String[]::new))
                    .param(program)
                    .param(provider)
                    .param(controlId)
                    .param(sha256(id.toString()))
                    .param(state.code())
                    .param(type.code())
                    .param(json.writeValueAsString(FieldsJson.of(Fields.of(fields))))
                    .param(match == null ? null : json.writeValueAsString(match))
                    .param(json.writeValueAsString(findings))
                    .param(reasonCode)
                    .param(reason)
                    .param(lacks)
                    .update();
            step("received", "ok", "Received by " + channel.code() + ".", 0);
            step("extracted", "ok", "Read " + pages.size() + " pages.", 2);
            step("matched", "review", "Candidates were found; gates were not passed.", 3);
            step("decided", "review", reason, 4);
            for (int i = 0; i < pages.size(); i++) {
                page(i + 1, pages.get(i));
            }
            return id;
        }

        private void step(String step, String outcome, String told, int seconds) {
            pipeline.sql(
                            "insert into hub.report_step (report, at, step, outcome, reason, actor) values (?, ?, ?, ?, ?, 'hub')")
                    .params(id, receivedAt.plusSeconds(seconds).atOffset(ZoneOffset.UTC), step, outcome, told)
                    .update();
        }

        private void page(int number, byte[] png) {
            pipeline.sql("""
                    insert into hub.report_page (report, number, image, width, height, method) values (?, ?, ?, ?, ?, 'ocr')""")
                    .params(
                            id,
                            number,
                            documents.put(programs.getFirst(), png).toString(),
                            WorkStatusPage.WIDTH,
                            WorkStatusPage.HEIGHT)
                    .update();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
