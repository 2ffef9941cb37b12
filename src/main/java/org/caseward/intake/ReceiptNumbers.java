package org.caseward.intake;

import org.caseward.report.OutageException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipt numbers that people read out on the phone: {@code R-00012345}. A node takes them from the database a block at a time; a restart leaves a gap. */
@Component
class ReceiptNumbers {
    private static final int BLOCK = 100;

    private final JdbcClient jdbc;
    private long next;
    private long last = -1;

    ReceiptNumbers(@Qualifier("intakeJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized String next() {
        if (next > last) {
            long block = block();
            next = block * BLOCK;
            last = next + BLOCK - 1;
        }
        return String.format("R-%08d", next++);
    }

    private long block() {
        try {
            return jdbc.sql("select nextval('receipt_block')").query(Long.class).single();
        } catch (DataAccessException e) {
            throw new OutageException("No receipt number could be had", e);
        }
    }
}
