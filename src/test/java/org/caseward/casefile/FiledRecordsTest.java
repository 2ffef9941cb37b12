package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The case store's columns stand in the contract; here they are laid inside a transaction that is rolled back. */
class FiledRecordsTest {
    private static final String COLUMNS = """
            create table casestore.filed_record (record_id uuid, report_id uuid, receipt text, case_number text, person_id text,
                program text, document_type text, service_date date, filed_at timestamptz, filed_by text, channel text,
                provider text, control_id text, sha256 text, version int, status text, supersedes uuid, fields jsonb, fhir jsonb,
                status_reason text, status_at timestamptz)""";

    private Connection connection;
    private JdbcClient jdbc;
    private FiledRecords records;

    @BeforeEach
    void aCaseStore() throws Exception {
        Map<String, Object> settings = TestDatabase.get().properties();
        connection = DriverManager.getConnection(
                Objects.toString(settings.get("caseward.database.case-store-url")),
                Objects.toString(settings.get("caseward.database.case-store-owner.user")),
                Objects.toString(settings.get("caseward.database.case-store-owner.password")));
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("drop schema if exists casestore cascade").update();
        jdbc.sql("create schema casestore").update();
        jdbc.sql(COLUMNS).update();
        records = new FiledRecords(jdbc);
    }

    @AfterEach
    void asItWas() throws Exception {
        connection.rollback();
        connection.close();
    }

    @Test
    void aCaseWithoutRecordsHasAnEmptyList() {
        assertThat(records.page("pd", "IOD-1", null)).isEqualTo(new FiledRecords.RecordPage(java.util.List.of(), null));
    }

    @Test
    void listsTheRecordsOfOneCaseNewestFirstPageByPage() {
        jdbc.sql("""
                insert into casestore.filed_record (record_id, case_number, program, filed_at, version, fields)
                select gen_random_uuid(), 'IOD-1', 'pd', now() - n * interval '1 hour', n, '{"claimNumber": []}'
                from generate_series(1, 60) n""").update();
        jdbc.sql(
                        "insert into casestore.filed_record (record_id, case_number, program) values (gen_random_uuid(), 'IOD-1', 'other')")
                .update();

        FiledRecords.RecordPage first = records.page("pd", "IOD-1", null);
        FiledRecords.RecordPage second = records.page("pd", "IOD-1", first.next());

        assertThat(first.items()).hasSize(50);
        assertThat(second.items())
                .extracting(item -> item.get("version"))
                .containsExactly(51, 52, 53, 54, 55, 56, 57, 58, 59, 60);
        assertThat(second.next()).isNull();
        assertThat(first.items().getFirst())
                .containsKeys("recordId", "caseNumber", "filedAt", "fields")
                .doesNotContainKey("fhir");
    }
}
