package org.caseward.casefile;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.caseward.report.OutageException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes cases into the mirror: streamed, 500 to a transaction; where one of them fails the database, these 500 go in one by one, so that a bad row costs only itself.
 */
@Component
public class CaseFeed {
    private static final int BATCH = 500;

    private final CaseWriter writer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    CaseFeed(CaseWriter writer, JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Reads a feed to its end. Publishes a {@link CaseChanged} for every case that is new or changed.
     *
     * @param allowedPrograms rows of other programs are rejected
     * @param source who feeds: a user, client or feed name; kept with the case
     * @throws OutageException where the database can't be reached; batches before that are kept, and feeding the same again is harmless
     */
    public FeedResult read(InputStream body, FeedFormat format, Set<String> allowedPrograms, String source) {
        try {
            Set<String> registered = new HashSet<>(
                    jdbc.sql("select code from program").query(String.class).list());
            Reading reading = new Reading(allowedPrograms, registered, source);
            Iterator<FeedRow> rows = format == FeedFormat.CSV ? new CsvRows(body) : new NdjsonRows(body);
            rows.forEachRemaining(reading::take);
            return reading.finish();
        } catch (DataAccessException | TransactionException e) {
            throw new OutageException("The hub's database did not take a feed of cases", e);
        }
    }

    /** One feed under way. */
    private final class Reading {
        private final Set<String> allowed;
        private final Set<String> registered;
        private final String source;
        private final FeedTally tally = new FeedTally();
        private final List<Long> numbers = new ArrayList<>();
        private final List<CaseFile> waiting = new ArrayList<>();

        Reading(Set<String> allowed, Set<String> registered, String source) {
            this.allowed = allowed;
            this.registered = registered;
            this.source = source;
        }

        void take(FeedRow row) {
            switch (row) {
                case FeedRow.Broken broken -> tally.reject(broken.number(), broken.reason());
                case FeedRow.Content content -> take(content.number(), CaseReader.read(content.object()));
            }
        }

        private void take(long number, CaseReader.Result read) {
            CaseFile file = read.file();
            if (file == null) {
                tally.reject(number, String.join("; ", read.complaints()));
            } else if (!allowed.contains(file.program())) {
                tally.reject(number, "program is not one that you may feed");
            } else if (!registered.contains(file.program())) {
                tally.reject(number, "program is not registered here; register it before its cases");
            } else {
                numbers.add(number);
                waiting.add(file);
                if (waiting.size() == BATCH) {
                    flush();
                }
            }
        }

        FeedResult finish() {
            if (!waiting.isEmpty()) {
                flush();
            }
            return tally.result();
        }

        private void flush() {
            try {
                keep(waiting);
                tally.accept(waiting.size());
            } catch (DataAccessException e) {
                requireContent(e);
                flushOneByOne();
            }
            waiting.clear();
            numbers.clear();
        }

        private void flushOneByOne() {
            for (int i = 0; i < waiting.size(); i++) {
                try {
                    keep(List.of(waiting.get(i)));
                    tally.accept(1);
                } catch (DataAccessException e) {
                    requireContent(e);
                    tally.reject(
                            numbers.get(i),
                            "the database does not take this row: a text holds a character it can't keep");
                }
            }
        }

        private void keep(List<CaseFile> cases) {
            transaction.executeWithoutResult(status -> writer.write(cases, source)
                    .forEach(c -> events.publishEvent(new CaseChanged(
                            c.program(), c.caseNumber(), c.person().id()))));
        }
    }

    /** Lets pass what the row itself may be to blame for; all else is an outage. */
    private static void requireContent(DataAccessException e) {
        boolean content = e instanceof DataIntegrityViolationException
                || e instanceof InvalidDataAccessApiUsageException
                || e instanceof BadSqlGrammarException
                || e instanceof UncategorizedSQLException
                || e instanceof org.springframework.dao.PessimisticLockingFailureException;
        if (!content) {
            throw e;
        }
    }
}
