package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.intake.Delivery;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.ReceiptDesk;
import org.caseward.intake.Receipted;
import org.caseward.intake.mllp.Hl7Batch;
import org.caseward.intake.sftp.FileKind;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.caseward.report.SenderTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes whole files out of a provider's tree. What is kept moves to {@code accepted/}; what can't be kept now stays where it is, and is tried again by the next sweep: after a
 * crash between the receipt and the move that finds the same delivery and the same receipt.
 */
@Component("sftpDropDesk")
class DropDesk {
    /** The drop server's connection in the directory: {@code sftp}, {@code drop}. */
    static final String ADDRESS = "drop";

    private static final Logger LOG = LoggerFactory.getLogger(DropDesk.class);
    private static final Reason EMPTY = new Reason(
            "file-empty", "The file is empty, so there was nothing to keep. Look at your export and send it again.");
    private static final Reason STRANGER = new Reason(
            "sender-unknown",
            "This user is no longer registered as a provider. The file is kept in quarantine. Register the provider, then replay.");

    private final IntakeDoor door;
    private final ReceiptDesk desk;
    private final Connections connections;
    private final Answers answers;
    private final ApplicationEventPublisher events;
    private final long largest;
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();

    DropDesk(
            IntakeDoor door,
            ReceiptDesk desk,
            Connections connections,
            Answers answers,
            ApplicationEventPublisher events,
            DropSettings settings) {
        this.events = events;
        this.door = door;
        this.desk = desk;
        this.connections = connections;
        this.answers = answers;
        this.largest = settings.largestFile();
    }

    /** What came of a file. */
    sealed interface Taken {
        /** It was answered and lies there now. */
        record Answered(Path place) implements Taken {}

        /** It stays where it is. */
        record Waits() implements Taken {}
    }

    Taken take(ProviderTree tree, Path file) {
        if (!inHand.add(file)) {
            return new Taken.Waits();
        }
        try {
            return new Taken.Answered(answer(tree, file));
        } catch (NoSuchFileException gone) {
            // removed by its sender, or taken by another node
            return new Taken.Waits();
        } catch (IntakeDoor.Closed | OutageException later) {
            return new Taken.Waits();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "A dropped file could not be taken and waits: {}",
                    e.getClass().getSimpleName());
            return new Taken.Waits();
        } finally {
            inHand.remove(file);
        }
    }

    private Path answer(ProviderTree tree, Path file) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!seen.isRegularFile()) {
            throw new NoSuchFileException("No regular file");
        }
        if (seen.size() == 0) {
            return answers.refused(tree, file, EMPTY, Optional.empty());
        }
        if (seen.size() > largest) {
            return answers.refused(tree, file, tooLarge(), Optional.empty());
        }
        byte[] content = Files.readAllBytes(file);
        Hl7Batch pieces = FileKind.of(file.toString(), content).pieces(content);
        List<Delivery> deliveries = deliveries(tree, file, pieces.messages(), seen);
        boolean known = connections
                .find(Channel.SFTP, ADDRESS)
                .flatMap(connection -> connection.provider(tree.user()))
                .isPresent();
        if (known) {
            // where it breaks off in between, the file waits, and those that were kept find their receipts
            List<Receipted> kept = deliveries.stream().map(door::deliver).toList();
            pieces.complaint().ifPresent(words -> complain(tree, words));
            return answers.accepted(tree, file, content, kept);
        }
        Receipted kept = deliveries.stream()
                .map(delivery -> desk.refuse(delivery, STRANGER))
                .toList()
                .getFirst();
        return answers.refused(tree, file, STRANGER, Optional.of(kept.receiptNumber()));
    }

    private void complain(ProviderTree tree, String words) {
        List<String> programs = connections
                .find(Channel.SFTP, ADDRESS)
                .map(Connection::programs)
                .orElse(List.of());
        events.publishEvent(new SenderTrouble("sftp-batch-count", tree.user(), "SFTP: " + words, programs));
    }

    private Reason tooLarge() {
        return new Reason(
                "file-too-large",
                "The file is larger than " + largest / 1024
                        + " kB, the most that is taken at once. Nothing was kept of it. Send its documents in several files.");
    }

    private static List<Delivery> deliveries(
            ProviderTree tree, Path file, List<byte[]> pieces, BasicFileAttributes seen) {
        Optional<Instant> sent = SentTime.of(seen.lastModifiedTime());
        String path = tree.shown(file);
        String key = tree.user()
                + '\0'
                + path
                + '\0'
                + seen.size()
                + '\0'
                + sent.map(Instant::toString).orElse("");
        Map<String, String> facts = sent.map(time -> Map.of("path", path, "modified", time.toString()))
                .orElseGet(() -> Map.of("path", path));
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> {
                    FileKind kind = FileKind.of(file.toString(), pieces.get(i));
                    return new Delivery(
                            Channel.SFTP,
                            ADDRESS,
                            tree.user(),
                            FileKind.key(key, i, pieces.size()),
                            file.getFileName().toString(),
                            kind.mediaType(),
                            kind.lane(),
                            pieces.get(i),
                            facts);
                })
                .toList();
    }
}
