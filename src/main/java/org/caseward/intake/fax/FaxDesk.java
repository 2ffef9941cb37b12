package org.caseward.intake.fax;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.intake.Delivery;
import org.caseward.intake.Lease;
import org.caseward.intake.Leases;
import org.caseward.intake.ReceiptDesk;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives faxes from the spool folder. The sidecar is renamed into place last, so where it stands the fax is whole; both move to {@code done/} after the receipt. Where
 * the receipt can't be had nothing moves, and the next poll tries again.
 */
@Component("faxDesk")
public class FaxDesk {
    /** The spool folder as the service that a fax came by. */
    static final String SPOOL = "spool";

    /** Each fax lengthens it. A node that was killed keeps faxes waiting until it ends, and no longer. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private final ReceiptDesk desk;
    private final Leases leases;
    private final JsonMapper json;
    private final Map<String, Lease> held = new ConcurrentHashMap<>();

    FaxDesk(ReceiptDesk desk, Leases leases, JsonMapper json) {
        this.desk = desk;
        this.leases = leases;
        this.json = json;
    }

    public void receive(java.io.File sidecar) {
        Path file = sidecar.toPath();
        if (!ours(file) || Files.notExists(file)) {
            // another node reads this folder at the moment, or has just put this fax away
            return;
        }
        try {
            Optional<FaxSidecar> told = read(Files.readAllBytes(file));
            Optional<Path> image = image(file);
            Optional<Path> pages = image.or(() -> putAway(file));
            if (told.isEmpty() || pages.isEmpty()) {
                // the pages where there are any: whatever the note says, they are somebody's report
                desk.refuse(broken(file, pages.orElse(file)), brokenReason(told.isEmpty()));
            } else {
                desk.receive(fax(told.get(), pages.get()));
            }
            if (!ours(file)) {
                // it took longer than the lease: whoever reads the folder now finds the receipt, and puts the fax away
                return;
            }
            if (image.isPresent()) {
                move(image.get());
            }
            move(file);
        } catch (IOException e) {
            throw new OutageException("The fax spool could not be read", e);
        }
    }

    private boolean ours(Path sidecar) {
        Path folder = sidecar.getParent();
        Optional<Lease> lease = leases.take("fax-spool " + folder, LEASE);
        lease.ifPresent(taken -> held.put(String.valueOf(folder), taken));
        return lease.isPresent();
    }

    /** Another node need not wait for the lease of one that was stopped. */
    @PreDestroy
    void release() {
        try {
            held.values().forEach(leases::release);
        } catch (DataAccessException e) {
            // it ends by itself
        }
    }

    private static Delivery fax(FaxSidecar fax, Path image) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        return new FaxReceived(
                        fax.id(), fax.from(), fax.to(), fax.receivedAt(), fax.pages(), mediaType(image), bytes, SPOOL)
                .delivery();
    }

    private static Delivery broken(Path file, Path kept) throws IOException {
        String name = file.getFileName().toString();
        return new Delivery(
                Channel.FAX,
                SPOOL,
                "",
                name,
                name,
                mediaType(kept),
                Delivery.Lane.DOCUMENTS,
                Files.readAllBytes(kept),
                Map.of());
    }

    private static String mediaType(Path file) {
        String name = file.toString();
        return name.endsWith(".pdf") ? "application/pdf" : name.endsWith(".json") ? "application/json" : "image/tiff";
    }

    private static Reason brokenReason(boolean sidecar) {
        return sidecar
                ? new Reason(
                        "fax-sidecar-unreadable",
                        "The note beside the fax (JSON) can't be read, so nobody knows which number was called. The pages are kept here: replay them, or mend the fax server's hook and put both files back out of done/.")
                : new Reason(
                        "fax-image-missing",
                        "A fax was announced, but its image is not beside the note. Look for it on the fax server and put it back.");
    }

    private Optional<FaxSidecar> read(byte[] bytes) {
        try {
            FaxSidecar fax = json.readValue(bytes, FaxSidecar.class);
            return fax.id() == null || fax.to() == null || fax.from() == null ? Optional.empty() : Optional.of(fax);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> image(Path sidecar) {
        String id = sidecar.getFileName().toString().replaceFirst("\\.json$", "");
        return List.of(".tif", ".tiff", ".pdf").stream()
                .map(ending -> sidecar.resolveSibling(id + ending))
                .filter(Files::exists)
                .findFirst();
    }

    /** The pages of a fax whose receipt was had when the hub fell: they were moved, the note was not. */
    private static Optional<Path> putAway(Path sidecar) {
        Path done = sidecar.resolveSibling("done").resolve(sidecar.getFileName());
        return Files.exists(done) ? Optional.empty() : image(done);
    }

    private static void move(Path file) throws IOException {
        Path done = file.resolveSibling("done");
        Files.createDirectories(done);
        Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
