package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Hash;
import org.caseward.intake.Receipted;
import org.caseward.report.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a provider finds after its file was taken: the file moved to {@code accepted/} or {@code refused/}, and beside it what became of it. */
@Component("sftpAnswers")
class Answers {
    private static final String RECEIPT = ".receipt.json";
    private static final String REASON = ".reason.json";

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** Answers a file that has its receipt, or the receipts of the messages in it; the answer is written first, so that whoever sees the file there finds it. */
    Path accepted(ProviderTree tree, Path file, byte[] content, List<Receipted> all) throws IOException {
        Path place = tree.accepted().resolve(tree.shown(file));
        Receipted kept = all.getFirst();
        setAside(place, kept.receiptNumber());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("receipt", kept.receiptNumber());
        answer.put("receivedAt", receivedAt(kept).toString());
        answer.put("file", tree.shown(file));
        answer.put("bytes", content.length);
        answer.put("sha256", Hash.hex(content));
        answer.put(
                "reports",
                all.stream().map(one -> one.report().value().toString()).toList());
        if (all.size() > 1) {
            // each message of a batch, in their order
            answer.put("receipts", all.stream().map(Receipted::receiptNumber).toList());
        }
        answer.put(
                "meaning",
                all.size() == 1
                        ? "The file is safe here under this receipt number. You need not keep it for us."
                        : "The " + all.size()
                                + " messages of this batch are safe here, each under a receipt number of its own. You need not keep the file for us.");
        write(beside(place, RECEIPT), answer);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        return place;
    }

    /** Answers a file that is not wanted so. */
    Path refused(ProviderTree tree, Path file, Reason reason, Optional<String> receipt) throws IOException {
        Path place = refused(tree, tree.shown(file), reason, receipt);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        return place;
    }

    /** The same for what was not even written, such as a file beyond the quota. */
    Path refused(ProviderTree tree, String shown, Reason reason, Optional<String> receipt) throws IOException {
        Path place = tree.refused().resolve(shown);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reason", reason.text());
        answer.put("code", reason.code());
        receipt.ifPresent(number -> answer.put("keptAs", number));
        answer.put("file", shown);
        answer.put("at", Instant.now().toString());
        write(beside(place, REASON), answer);
        return place;
    }

    /** Version 7 ids begin with their time (RFC 9562, 5.7), so the same receipt gives the same answer whenever it is asked for. */
    private static Instant receivedAt(Receipted kept) {
        return Instant.ofEpochMilli(kept.report().value().getMostSignificantBits() >>> 16);
    }

    /** An earlier file of the same name keeps its answer under its receipt number. */
    private void setAside(Path place, String number) throws IOException {
        Path answer = beside(place, RECEIPT);
        Optional<String> earlier = receiptIn(answer).filter(other -> !other.equals(number));
        if (earlier.isPresent()) {
            Path older = beside(place, "." + earlier.get());
            if (Files.exists(place)) {
                Files.move(place, older, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(answer, beside(older, RECEIPT), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Optional<String> receiptIn(Path answer) throws IOException {
        try {
            return Optional.of(json.readTree(Files.readAllBytes(answer))
                            .path("receipt")
                            .asString(""))
                    .filter(number -> number.matches("R-\\d+"));
        } catch (NoSuchFileException | JacksonException none) {
            return Optional.empty();
        }
    }

    private void write(Path file, Map<String, Object> answer) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(".answer-" + UUID.randomUUID());
        Files.write(aside, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
        try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Takes away answers that were there long enough, and the oldest where they grow beyond {@code most} bytes: the receipts stay with the hub. */
    void tidy(ProviderTree tree, Duration keep, long most) throws IOException {
        Instant oldest = Instant.now().minus(keep);
        long sum = 0;
        for (Path folder : List.of(tree.accepted(), tree.refused())) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(Answers::since).reversed())
                        .toList()) {
                    sum += Files.size(file);
                    if (since(file).isBefore(oldest) || sum > most) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** A file's own time may be its sender's of years ago: what counts is when it was moved here. */
    private static Instant since(Path file) {
        try {
            return ((java.nio.file.attribute.FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        } catch (IOException | UnsupportedOperationException e) {
            return Instant.now();
        }
    }
}
