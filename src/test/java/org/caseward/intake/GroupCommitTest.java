package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceiptsCommitted;
import org.caseward.report.ReportId;
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
                ReportId.next(),
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
