package org.caseward.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives faxes from the spool folder. The sidecar is renamed into place last, so where it stands the fax is whole; both move to {@code done/} after the receipt. Where
 * the receipt can't be had nothing moves, and the next poll tries again.
 */
@Component("faxDesk")
public class FaxDesk {
    private static final String DONE = "done";

    private final ReceiptDesk desk;
    private final JsonMapper json;

    FaxDesk(ReceiptDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    public void receive(java.io.File sidecar) {
        Path file = sidecar.toPath();
        try {
            byte[] bytes = Files.readAllBytes(file);
            Optional<FaxSidecar> told = read(bytes);
            Optional<Path> image = image(file);
            if (told.isEmpty() || image.isEmpty()) {
                desk.refuse(broken(file, bytes), brokenReason(told.isEmpty()));
            } else {
                desk.receive(fax(told.get(), image.get()));
            }
            if (image.isPresent() && !image.get().equals(done(image.get()))) {
                move(image.get());
            }
            move(file);
        } catch (IOException e) {
            throw new OutageException("The fax spool could not be read", e);
        }
    }

    private Delivery fax(FaxSidecar fax, Path image) throws IOException {
        boolean pdf = image.toString().endsWith(".pdf");
        return new Delivery(
                Channel.FAX,
                fax.to(),
                fax.from(),
                fax.id(),
                fax.id(),
                pdf ? "application/pdf" : "image/tiff",
                Delivery.Lane.DOCUMENTS,
                Files.readAllBytes(image),
                Map.of("pages", String.valueOf(fax.pages())));
    }

    private static Delivery broken(Path file, byte[] bytes) {
        String name = file.getFileName().toString();
        return new Delivery(
                Channel.FAX, "spool", "", name, name, "application/json", Delivery.Lane.DOCUMENTS, bytes, Map.of());
    }

    private static Reason brokenReason(boolean sidecar) {
        return sidecar
                ? new Reason(
                        "fax-sidecar-unreadable",
                        "The note beside the fax (JSON) can't be read. The fax itself lies in done/; mend the fax server's hook and put both back.")
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
                // after a kill between the two moves the image lies in done/ already
                .flatMap(ending -> Stream.of(
                        sidecar.resolveSibling(id + ending),
                        sidecar.resolveSibling(DONE).resolve(id + ending)))
                .filter(Files::exists)
                .findFirst();
    }

    /** Where the file goes after its receipt; where it lies already, itself. */
    private static Path done(Path file) {
        Path folder = file.getParent();
        return folder != null && folder.endsWith(DONE)
                ? file
                : file.resolveSibling(DONE).resolve(file.getFileName());
    }

    private static void move(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(DONE));
        Files.move(file, done(file), StandardCopyOption.ATOMIC_MOVE);
    }
}
