package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceiptsCommitted;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Receipts that share a commit, over the real tables. */
class GroupCommitTest extends ReceivingHub {
    private static final int GROUP = 12;

    @Autowired
    ReceiptTable table;

    private final String id = "G" + UUID.randomUUID();

    private ReceiptRow row(int number, byte[] sealed) {
        byte[] key = (id + number).getBytes(StandardCharsets.UTF_8);
        Delivery delivery = new Delivery(
                Channel.MLLP,
                "mllp-main",
                "LABSYS|CITYHOSP",
                id,
                id,
                "text/plain",
                Delivery.Lane.STRUCTURED,
                key,
                Map.of());
        org.caseward.intake.Connection connection =
                connections.find(Channel.MLLP, "mllp-main").orElseThrow();
        return new ReceiptRow(
                key,
                key,
                ReceiptId.next(),
                "R-" + id + number,
                List.of(ReportId.next()),
                Instant.now(),
                delivery,
                connection,
                Optional.empty(),
                key,
                sealed,
                sealed.length == 0 ? "x" : null,
                Optional.empty());
    }

    /** One that the table refuses: it is sealed and lies elsewhere too. */
    private ReceiptRow refused(int number) {
        return row(number, new byte[0]);
    }

    private ReceiptRow good(int number) {
        return row(number, new byte[] {1});
    }

    /** Three papers in one delivery, the second of which can't go on by itself. */
    private ReceiptRow threeParts(int number) {
        ReceiptRow one = good(number);
        Delivery whole = one.delivery();
        Delivery several = new Delivery(
                whole.channel(),
                whole.address(),
                whole.sender(),
                whole.channelKey(),
                whole.controlId(),
                "message/rfc822",
                whole.lane(),
                whole.bytes(),
                Map.of("signed", "no\0"),
                List.of(
                        part("1", "application/pdf", Optional.empty()),
                        part("2", "application/ms-tnef", Optional.of(new Reason("part-broken", "Why it waits."))),
                        part("3", null, Optional.empty())));
        return new ReceiptRow(
                one.key(),
                one.channelKey(),
                one.receipt(),
                one.number(),
                List.of(ReportId.next(), ReportId.next(), ReportId.next()),
                one.at(),
                several,
                one.connection(),
                one.provider(),
                one.sha256(),
                one.sealed(),
                one.address(),
                one.refusal());
    }

    private static Delivery.Part part(String path, @Nullable String type, Optional<Reason> refusal) {
        return new Delivery.Part(path, type, "paper " + path, Delivery.Lane.DOCUMENTS, refusal);
    }

    @Test
    void aReceiptMayHoldSeveralReportsThatGoOnByThemselves() {
        ReceiptRow several = threeParts(1);
        List<Receipted> kept = table.insert(List.of(good(0), several, good(2)));
        assertThat(kept.get(1).report()).isEqualTo(several.reports().getFirst());
        List<Map<String, Object>> reports = jdbc.sql("select * from report where receipt_number = ? order by id")
                .param(several.number())
                .query()
                .listOfRows();
        assertThat(reports)
                .extracting(row -> row.get("part"), row -> row.get("part_path"), row -> row.get("state"))
                .containsExactly(tuple(0, "1", "received"), tuple(1, "2", "quarantined"), tuple(2, "3", "received"));
        assertThat(reports).extracting(row -> row.get("reason_code")).containsExactly(null, "part-broken", null);
        assertThat(owner().sql("select count(*) from hub.receipt where number = ? and facts ->> 'signed' like 'no%'")
                        .param(several.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(table.insert(List.of(several)).getFirst().again()).isTrue();
        assertThat(fixture.reports(id)).hasSize(5);
    }

    /** Keeps the committer in its first row until all others wait behind it, so that they are one group. */
    private List<Future<Receipted>> together(GroupCommit commit, ExecutorService senders, List<ReceiptRow> rows)
            throws Exception {
        List<Future<Receipted>> answers = new ArrayList<>();
        try (Connection owner = ownersSource().getConnection()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("lock table hub.delivery in share row exclusive mode");
            for (ReceiptRow row : rows) {
                answers.add(senders.submit(() -> commit.keep(row)));
                Thread.sleep(answers.size() == 1 ? 300 : 20);
            }
            owner.rollback();
        }
        return answers;
    }

    @Test
    void aRowThatTheTableRefusesCostsItsNeighboursNothing() throws Exception {
        GroupCommit commit = new GroupCommit(table, event -> {}, 1);
        try (ExecutorService senders = Executors.newCachedThreadPool()) {
            List<ReceiptRow> rows = new ArrayList<>();
            for (int i = 0; i < GROUP; i++) {
                rows.add(i == 5 ? refused(i) : good(i));
            }
            List<Future<Receipted>> answers = together(commit, senders, rows);
            for (int i = 0; i < GROUP; i++) {
                Future<Receipted> answer = answers.get(i);
                if (i == 5) {
                    assertThatThrownBy(answer::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(OutageException.class)
                            .satisfies(fault -> assertThat(trace(fault))
                                    .contains("violates check")
                                    .doesNotContain(id));
                } else {
                    assertThat(answer.get().receiptNumber())
                            .isEqualTo(rows.get(i).number());
                }
            }
        } finally {
            commit.close();
        }
        assertThat(fixture.reports(id)).hasSize(GROUP - 1);
    }

    private static String trace(Throwable fault) {
        return org.assertj.core.util.Throwables.getStackTrace(fault);
    }

    @Test
    void aListenerThatFailsCostsNoReceiptAndNoCommitter() {
        GroupCommit commit = new GroupCommit(
                table,
                event -> {
                    if (event instanceof ReceiptsCommitted) {
                        throw new UnsupportedOperationException("a listener of the test fails");
                    }
                },
                1);
        try {
            assertThat(commit.keep(good(1)).again()).isFalse();
            assertThat(commit.keep(good(2)).again()).isFalse();
        } finally {
            commit.close();
        }
    }

    @Test
    void whileTheDatabaseIsDownAGroupIsNotTriedRowByRow() throws Exception {
        Down down = new Down();
        GroupCommit commit = new GroupCommit(new ReceiptTable(new JdbcTemplate(down), event -> {}), event -> {}, 1);
        try (ExecutorService senders = Executors.newCachedThreadPool()) {
            List<Future<Receipted>> answers = new ArrayList<>();
            for (int i = 0; i < GROUP; i++) {
                ReceiptRow row = good(i);
                answers.add(senders.submit(() -> commit.keep(row)));
                Thread.sleep(answers.size() == 1 ? 300 : 20);
            }
            down.asked.countDown();
            for (Future<Receipted> answer : answers) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(OutageException.class);
            }
            assertThat(down.tries).hasValue(2);
        } finally {
            commit.close();
        }
    }

    /** A pool that finds no connection, as one does after its patience. */
    private static final class Down extends AbstractDataSource {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            tries.incrementAndGet();
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new SQLTransientConnectionException("no connection");
        }

        @Override
        public Connection getConnection(String user, String password) throws java.sql.SQLException {
            return getConnection();
        }
    }
}
