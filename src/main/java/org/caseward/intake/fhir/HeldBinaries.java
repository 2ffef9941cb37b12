package org.caseward.intake.fhir;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
import org.caseward.intake.Connection;
import org.caseward.intake.Delivery;
import org.caseward.intake.IntakeDoor;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Documents handed in as a Binary of their own, held until a report names them. One that nobody names in time becomes a report by itself: what was answered with "created" is
 * never lost. A Binary's id is its address in the document store (a keyed hash), so the same document is the same Binary, and nobody can guess another's.
 */
@Component
class HeldBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(HeldBinaries.class);

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final IntakeDoor door;
    private final Duration patience;

    HeldBinaries(
            JdbcClient jdbc,
            DocumentStore documents,
            IntakeDoor door,
            @Value("${caseward.fhir.binary-waits:PT24H}") Duration patience) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.door = door;
        this.patience = patience;
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

    private void mark(String connection, String id) {
        jdbc.sql("update held_binary set used_at = now() where connection = ? and id = ? and used_at is null")
                .params(connection, id)
                .update();
    }

    private record Forgotten(String connection, String client, String id, String home, String mediaType) {}

    @Scheduled(fixedDelayString = "${caseward.fhir.binaries-every:PT10M}", initialDelayString = "PT2M")
    void becomeReports() {
        try {
            List<Forgotten> all = jdbc.sql("""
                            select b.connection, c.address as client, b.id, b.home, b.media_type
                            from held_binary b join connection c on c.id = b.connection
                            where b.used_at is null and b.held_at < now() - make_interval(secs => ?) order by b.held_at limit 100
                            """)
                    .param(patience.toSeconds())
                    .query(Forgotten.class)
                    .list();
            all.forEach(this::becomeReport);
        } catch (DataAccessException | OutageException | IntakeDoor.Closed e) {
            LOG.warn(
                    "Documents that no report names wait for the next round: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Two nodes may do it at once: it is the same delivery. */
    private void becomeReport(Forgotten binary) {
        door.deliver(new Delivery(
                Channel.FHIR,
                binary.client(),
                binary.client(),
                "Binary/" + binary.id(),
                "Binary/" + binary.id(),
                binary.mediaType(),
                Delivery.Lane.DOCUMENTS,
                documents.get(new Address(binary.home(), binary.id())),
                Map.of("resource", "Binary")));
        mark(binary.connection(), binary.id());
    }
}
