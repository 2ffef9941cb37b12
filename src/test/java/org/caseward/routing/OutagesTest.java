package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.caseward.report.OutageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class OutagesTest {
    private final Outages outages = new Outages();

    @ParameterizedTest
    @CsvSource({
        "08006, true, connection failure",
        "57P01, true, shut down by the operator",
        "53300, true, too many connections",
        "40P01, true, deadlock",
        "25006, true, read-only after a failover",
        "42501, true, a right was taken away",
        "28P01, true, a password was changed",
        "55P03, true, locked",
        "23514, false, a row is refused",
        "22021, false, a text that can't be kept",
        "42601, false, a statement of ours is wrong",
    })
    void whatPassesByItselfIsToldFromWhatAContentBringsOut(String state, boolean outage, String why) {
        SQLException sql = new SQLException("", state);
        assertThat(outages.isOutage(new UncategorizedSQLException("", null, sql)))
                .as(why)
                .isEqualTo(outage);
        assertThat(outages.isOutage(new TransactionSystemException("", sql)))
                .as(why)
                .isEqualTo(outage);
    }

    @Test
    void aConnectionThatWasClosedUnderATransactionIsAnOutage() {
        assertThat(outages.isOutage(new TransactionSystemException(
                        "Could not roll back", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void anOutageInsideAnotherFaultIsSeen() {
        assertThat(outages.isOutage(new IllegalStateException(new OutageException("The document store is away"))))
                .isTrue();
        assertThat(outages.isOutage(new DataIntegrityViolationException("refused")))
                .isFalse();
        assertThat(outages.isOutage(null)).isFalse();
    }
}
