package org.caseward.intake.fhir;

import java.util.Collection;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
import org.caseward.intake.Connection;
import org.caseward.report.OutageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Documents handed in as a Binary of their own, held until a report names them. A Binary's id is its address in the document store (a keyed hash), so the same document is the same Binary, and nobody can guess another's.
 */
@Component
class HeldBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(HeldBinaries.class);

    private final JdbcClient jdbc;
    private final DocumentStore documents;

    HeldBinaries(JdbcClient jdbc, DocumentStore documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @param again the same document was held before */
    record Held(String id, boolean again) {}

    /** When it returns, the document is durable. */
    Held hold(Connection connection, String mediaType, byte[] bytes) {
        Address address = documents.put(connection.homeProgram(), bytes);
        try {
            int added = jdbc.sql("""
                            insert into held_binary (connection, id, home, media_type) values (?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(connection.id(), address.hash(), address.program(), mediaType)
                    .update();
            return new Held(address.hash(), added == 0);
        } catch (DataAccessException e) {
            throw new OutageException("The document could not be held", e);
        }
    }

    boolean holds(Connection connection, String id) {
        try {
            return jdbc.sql("select exists (select from held_binary where connection = ? and id = ?)")
                    .params(connection.id(), id)
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException e) {
            throw new OutageException("The documents held could not be looked up", e);
        }
    }

    /** A report that is kept names them. Where this can't be written down they come up again as copies, which a person sees. */
    void used(Connection connection, Collection<String> ids) {
        try {
            ids.forEach(id -> mark(connection.id(), id));
        } catch (DataAccessException e) {
            LOG.warn(
                    "Documents held for a report could not be marked as used: {}",
                    e.getClass().getSimpleName());
        }
    }

    void mark(String connection, String id) {
        jdbc.sql("update held_binary set used_at = now() where connection = ? and id = ? and used_at is null")
                .params(connection, id)
                .update();
    }
}
