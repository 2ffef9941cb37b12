package org.caseward.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caseward.report.ReportId;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox over a table of the same shape in a schema of its own: other tests' hubs empty the real one. */
class OutboxTest {
    private static final int ROWS = 200;

    private final DriverManagerDataSource source = source();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Outbox outbox =
            new Outbox(jdbc, new TransactionTemplate(new DataSourceTransactionManager(source)), event -> {});

    private static DriverManagerDataSource source() {
        Map<String, Object> settings = TestDatabase.get().properties();
        return new DriverManagerDataSource(
                TestDatabase.get().url("hub") + "&currentSchema=outbox_test",
                String.valueOf(settings.get("caseward.database.owner.user")),
                String.valueOf(settings.get("caseward.database.owner.password")));
    }

    @BeforeEach
    void anEmptyOutbox() {
        jdbc.sql("create schema if not exists outbox_test").update();
        jdbc.sql("drop table if exists outbox_test.outbox").update();
        jdbc.sql("""
                create table outbox_test.outbox (id uuid primary key, lane text not null, report uuid not null,
                    created_at timestamptz not null default now())""").update();
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            outbox.put("structured", ReportId.next());
        }
    }

    private List<Outbox.Waiting> all() {
        List<Outbox.Waiting> sent = new ArrayList<>();
        while (outbox.handOn(10, sent::addAll) > 0) {
            // the next ten
        }
        return sent;
    }

    @Test
    void twoWhoHandOnAtOnceNeverGetTheSameRow() throws Exception {
        put(ROWS);
        List<Outbox.Waiting> sent = new ArrayList<>();
        Callable<List<Outbox.Waiting>> one = this::all;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (Future<List<Outbox.Waiting>> answer : pool.invokeAll(List.of(one, one))) {
                sent.addAll(answer.get());
            }
        }
        sent.addAll(all());
        assertThat(sent).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void whatCouldNotBeSentStaysWhole() {
        put(25);
        assertThatThrownBy(() -> outbox.handOn(10, rows -> {
                    throw new IllegalStateException("the broker is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all()).hasSize(25);
    }

    @Test
    void aRowThatWasCommittedLateIsNotPassedOver() throws Exception {
        UUID early = UUID.fromString("00000000-0000-7000-8000-000000000001");
        try (Connection late = source.getConnection()) {
            late.setAutoCommit(false);
            late.createStatement()
                    .execute("insert into outbox (id, lane, report) values ('" + early + "', 'structured', '" + early
                            + "')");
            put(3);
            assertThat(all()).hasSize(3);
            late.commit();
        }
        assertThat(all()).singleElement().satisfies(row -> assertThat(row.id()).isEqualTo(early));
    }
}
