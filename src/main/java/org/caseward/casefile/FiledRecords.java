package org.caseward.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the case store holds on a case, newest first. Whether somebody may see that case was asked before. */
@Component
class FiledRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 50;
    private static final String SQL = """
            select record_id, report_id, receipt, case_number, person_id, program, document_type, service_date, filed_at, filed_by,
                channel, provider, control_id, sha256, version, status, status_reason, status_at, supersedes, fields
            from casestore.filed_record
            where program = :program and case_number = :number
                and (cast(:at as timestamptz) is null or (filed_at, record_id::text) < (cast(:at as timestamptz), :id))
            order by filed_at desc, record_id::text desc limit :limit""";

    private final JdbcClient caseStore;

    FiledRecords(@Qualifier("caseStoreJdbc") JdbcClient caseStore) {
        this.caseStore = caseStore;
    }

    /** @param next the cursor of the page after this one; null at the end */
    record RecordPage(
            List<Map<String, Object>> items, @Nullable String next) {}

    RecordPage page(String program, String caseNumber, @Nullable String cursor) {
        String[] from = cursor == null ? new @Nullable String[] {null, null} : decode(cursor);
        List<Map<String, Object>> rows = caseStore
                .sql(SQL)
                .param("program", program)
                .param("number", caseNumber)
                .param("at", from[0])
                .param("id", from[1])
                .param("limit", PAGE + 1)
                .query((row, n) -> item(row))
                .list();
        boolean more = rows.size() > PAGE;
        List<Map<String, Object>> items = more ? rows.subList(0, PAGE) : rows;
        return new RecordPage(items, more ? encode(items.getLast()) : null);
    }

    private static Map<String, Object> item(ResultSet row) throws SQLException {
        Map<String, Object> item = new LinkedHashMap<>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = value(row, i, columns.getColumnTypeName(i));
            if (value != null) {
                item.put(camel(columns.getColumnLabel(i)), value);
            }
        }
        return item;
    }

    private static @Nullable Object value(ResultSet row, int i, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> {
                OffsetDateTime at = row.getObject(i, OffsetDateTime.class);
                yield at == null ? null : at.toInstant().toString();
            }
            case "bytea" -> {
                byte[] bytes = row.getBytes(i);
                yield bytes == null ? null : HexFormat.of().formatHex(bytes);
            }
            case "jsonb", "json" -> {
                String json = row.getString(i);
                yield json == null ? null : JSON.readTree(json);
            }
            case "int4", "int8" -> row.getObject(i);
            default -> row.getString(i);
        };
    }

    private static String camel(String column) {
        StringBuilder out = new StringBuilder();
        for (String word : column.split("_")) {
            out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }

    private static String encode(Map<String, Object> last) {
        String at = last.get("filedAt") + " " + last.get("recordId");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(at.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException where the cursor is none of ours */
    private static String[] decode(String cursor) {
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new String[] {
            java.time.Instant.parse(parts[0]).toString(),
            UUID.fromString(parts[1]).toString()
        };
    }
}
