package org.caseward.intake.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.AuditedAct;
import org.caseward.security.ProviderDesk;
import org.caseward.security.ProviderLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider may know of what it sent, read as the database's narrowest role. */
@Component
class SentDeliveries {
    static final int PAGE = 25;

    private static final String UPLOADS = """
            select submission, upload_id, receipt_number, at, size, name, about, program from hub.provider_upload
            """;

    private final ProviderDesk desk;
    private final Submissions submissions;
    private final PortalWords words;
    private final ApplicationEventPublisher events;

    SentDeliveries(ProviderDesk desk, Submissions submissions, PortalWords words, ApplicationEventPublisher events) {
        this.desk = desk;
        this.submissions = submissions;
        this.words = words;
        this.events = events;
    }

    /**
     * One delivery and how it stands.
     *
     * @param called the file's name where it was handed in here, else what the sender's system called it
     * @param standing {@code received}, {@code needs_you}, {@code done}
     * @param wanted what is still needed, in sentences
     * @param level 0 to 4: how good the paper is; null for what came before levels were kept
     * @param lacks what keeps it from the next level, in sentences; empty once it is done
     */
    record Sent(
            UUID receipt,
            String receiptNumber,
            Instant receivedAt,
            String channel,
            String called,
            String standing,
            List<String> wanted,
            @Nullable Integer level,
            List<String> lacks) {}

    /** @param next where the older ones begin */
    record Sheet(List<Sent> sent, Optional<UUID> next) {}

    /** A file that was handed in here. */
    record Uploaded(String receiptNumber, Instant at, int size, String name, String about) {}

    private record Row(
            UUID receipt,
            String receiptNumber,
            Instant receivedAt,
            String channel,
            String controlId,
            String standing,
            @Nullable String findings,
            @Nullable String note,
            @Nullable Integer level,
            @Nullable String lacks) {}

    private record UploadRow(
            UUID submission,
            String uploadId,
            String receiptNumber,
            Instant at,
            int size,
            byte[] name,
            String about,
            String program) {}

    /** Newest first, over all channels. */
    Sheet sheet(ProviderLogin login, Optional<UUID> before) {
        Sheet sheet = desk.as(login, jdbc -> {
            List<Row> rows = rows(jdbc, before);
            List<Row> shown = rows.subList(0, Math.min(rows.size(), PAGE));
            Map<String, String> names = names(jdbc, shown);
            return new Sheet(
                    shown.stream().map(row -> sent(row, names)).toList(),
                    rows.size() > PAGE ? Optional.of(shown.getLast().receipt()) : Optional.empty());
        });
        audit(login, "viewed-status", login.provider().orElse("none"));
        return sheet;
    }

    private static List<Row> rows(JdbcClient jdbc, Optional<UUID> before) {
        return jdbc.sql("""
                        select receipt, receipt_number, received_at, channel, control_id, standing, findings::text as findings, note, level, lacks::text as lacks
                        from hub.provider_delivery where receipt < :before order by receipt desc limit :most
                        """)
                .param("before", before.orElse(new UUID(-1, -1)))
                .param("most", PAGE + 1)
                .query(Row.class)
                .list();
    }

    private Map<String, String> names(JdbcClient jdbc, List<Row> rows) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(UPLOADS + "where receipt_number = any(?) order by at")
                .param(rows.stream().map(Row::receiptNumber).toArray(String[]::new))
                .query(UploadRow.class)
                .list()
                .forEach(row -> names.put(row.receiptNumber(), name(row)));
        return names;
    }

    private String name(UploadRow row) {
        return submissions.name(row.program(), row.submission(), row.name());
    }

    private Sent sent(Row row, Map<String, String> names) {
        List<String> wanted = new ArrayList<>();
        if (row.findings() != null) {
            Arrays.stream(row.findings().replaceAll("[\\[\\]\" ]", "").split(","))
                    .filter(id -> !id.isEmpty())
                    .map(id -> words.of("wanted", id))
                    .forEach(wanted::add);
        }
        if (row.note() != null && !row.note().isBlank()) {
            wanted.add(row.note());
        }
        return new Sent(
                row.receipt(),
                row.receiptNumber(),
                row.receivedAt(),
                row.channel(),
                names.getOrDefault(row.receiptNumber(), row.controlId()),
                row.standing(),
                wanted,
                row.level(),
                row.standing().equals("done") ? List.of() : lacks(row));
    }

    /** Of each report what it lacks, each once. */
    private static List<String> lacks(Row row) {
        return row.lacks() == null
                ? List.of()
                : JsonMapper.shared()
                        .readTree(row.lacks())
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .map(one -> one.path("text").asString(""))
                        .distinct()
                        .toList();
    }

    /** What this login (or its provider) handed in together; empty where there is no such submission of theirs. */
    List<Uploaded> submission(ProviderLogin login, UUID submission) {
        List<Uploaded> files = desk.as(
                login,
                jdbc -> jdbc
                        .sql(UPLOADS + "where submission = ? order by at, upload_id")
                        .param(submission)
                        .query(UploadRow.class)
                        .list()
                        .stream()
                        .map(row -> new Uploaded(row.receiptNumber(), row.at(), row.size(), name(row), row.about()))
                        .toList());
        if (!files.isEmpty()) {
            audit(login, "viewed-receipt", files.getFirst().receiptNumber());
        }
        return files;
    }

    private void audit(ProviderLogin login, String act, String subject) {
        events.publishEvent(new AuditedAct(login.name(), act, subject, Optional.empty(), ""));
    }
}
