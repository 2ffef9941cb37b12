package org.caseward.routing;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.caseward.report.OutageException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a fault of ours that will pass (an outage) from a fault that this content brings out. */
@Component("outages")
public class Outages {
    /**
     * SQLSTATE classes: 08 connection, 25 wrong state of the server (read-only after a failover), 28 login refused, 40 rolled back by a conflict, 53 out of resources,
     * 55 locked or not ready, 57 shut down by the operator, 58 system error.
     */
    private static final java.util.Set<String> PASSING =
            java.util.Set.of("08", "25", "28", "40", "53", "55", "57", "58");

    /** A right that was taken from us is never a report's fault. */
    private static final String NO_RIGHT = "42501";

    public boolean isOutage(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (ofOurs(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofOurs(Throwable cause) {
        return switch (cause) {
            case OutageException e -> true;
            case CannotGetJdbcConnectionException e -> true;
            case CannotCreateTransactionException e -> true;
            case TransactionSystemException e -> !(e.getCause() instanceof SQLException sql) || passing(sql);
            case DataAccessResourceFailureException e -> true;
            case TransientDataAccessException e -> true;
            case SQLTransientConnectionException e -> true;
            case SQLException e -> passing(e);
            case JMSException e -> true;
            default -> false;
        };
    }

    /** The database always says a state; a fault without one is the pool's: its connection was closed under it. */
    private static boolean passing(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                || state.equals(NO_RIGHT)
                || state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
