package org.caseward.intake.fhir;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
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

/** A held document that no report names in time becomes a report by itself: what was answered with "created" is never lost. */
@Component
public class ForgottenBinaries {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenBinaries.class);

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final IntakeDoor door;
    private final HeldBinaries held;
    private final Duration patience;

    ForgottenBinaries(
            JdbcClient jdbc,
            DocumentStore documents,
            IntakeDoor door,
            HeldBinaries held,
            @Value("${caseward.fhir.binary-waits:PT24H}") Duration patience) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.door = door;
        this.held = held;
        this.patience = patience;
    }

    private record Forgotten(String connection, String client, String id, String home, String mediaType) {}

    @Scheduled(fixedDelayString = "${caseward.fhir.binaries-every:PT10M}", initialDelayString = "PT2M")
    public void becomeReports() {
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
        held.mark(binary.connection(), binary.id());
    }
}
