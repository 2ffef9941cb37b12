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

/** Tells a fault of ours that will pass (an outage) from a fault that this content brings out. */
@Component("outages")
public class Outages {
    /** SQLSTATE classes: 08 connection, 53 out of resources, 57 shut down by the operator, 58 system error, 40 rolled back by a conflict, 28 signing in refused. */
    private static final java.util.Set<String> PASSING = java.util.Set.of("08", "53", "57", "58", "40", "28");

    /** Faults of our own set-up that somebody mends: read-only after a failover, a missing grant. */
    private static final java.util.Set<String> MENDABLE = java.util.Set.of("25006", "42501");

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
            case DataAccessResourceFailureException e -> true;
            case TransientDataAccessException e -> true;
            case SQLTransientConnectionException e -> true;
            case SQLException e ->
                e.getSQLState() != null
                        && (PASSING.contains(e.getSQLState().substring(0, 2)) || MENDABLE.contains(e.getSQLState()));
            case JMSException e -> true;
            default -> false;
        };
    }
}
