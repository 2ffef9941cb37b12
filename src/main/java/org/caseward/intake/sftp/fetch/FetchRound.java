package org.caseward.intake.sftp.fetch;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.caseward.intake.Connection;
import org.caseward.intake.Delivery;
import org.caseward.intake.Lease;
import org.caseward.intake.Leases;
import org.caseward.intake.ReceiptDesk;
import org.caseward.intake.Receipted;
import org.caseward.intake.sftp.FileKind;
import org.caseward.intake.sftp.TemporaryNames;
import org.caseward.report.Channel;

/** One look into one folder: takes what is whole, and leaves its mark after the receipt. */
final class FetchRound {
    private static final int MOST_FILES = 200;
    private static final String MARKER = ".done";

    private final Connection connection;
    private final FetchSettings settings;
    private final RemoteFolder folder;
    private final ReceiptDesk desk;
    private final FetchedFiles fetched;
    private final Leases leases;
    private final Lease lease;
    private final int largest;
    private int left;
    private boolean unmarkable;

    FetchRound(
            Connection connection,
            FetchSettings settings,
            RemoteFolder folder,
            ReceiptDesk desk,
            FetchedFiles fetched,
            Leases leases,
            Lease lease,
            int largest) {
        this.connection = connection;
        this.settings = settings;
        this.folder = folder;
        this.desk = desk;
        this.fetched = fetched;
        this.leases = leases;
        this.lease = lease;
        this.largest = largest;
    }

    /**
     * @param before what the last look saw
     * @return what this one saw, for the next
     */
    Set<RemoteFile> run(Set<RemoteFile> before) throws IOException {
        List<RemoteFile> all = folder.files();
        Set<String> marked = markedOf(all);
        Set<RemoteFile> seen = new HashSet<>();
        int taken = 0;
        for (RemoteFile file : all) {
            if (!isOurs(file) || marked.contains(file.name()) || fetched.has(connection.id(), hash(file))) {
                continue;
            }
            seen.add(file);
            boolean whole = settings.ready() == FetchSettings.Ready.RENAMED || before.contains(file);
            if (whole && fits(file) && taken < MOST_FILES) {
                taken++;
                if (!take(file)) {
                    return seen;
                }
            }
        }
        return seen;
    }

    /** Files that are whole and lie there but can't be taken: empty, or too large. */
    int left() {
        return left;
    }

    /** Whether the server did not let us move or mark what was taken. */
    boolean unmarkable() {
        return unmarkable;
    }

    private byte[] hash(RemoteFile file) {
        return file.hash(settings.path());
    }

    private boolean isOurs(RemoteFile file) {
        return !TemporaryNames.is(file.name()) && !file.name().endsWith(MARKER) && settings.wants(file.name());
    }

    /** A marker older than its file is of an earlier one of that name. */
    private static Set<String> markedOf(List<RemoteFile> all) {
        Set<String> marked = new HashSet<>();
        for (RemoteFile marker : all) {
            String name = marker.name().replaceFirst("\\.done$", "");
            if (marker.name().endsWith(MARKER)
                    && all.stream()
                            .anyMatch(file ->
                                    file.name().equals(name) && !file.modified().isAfter(marker.modified()))) {
                marked.add(name);
            }
        }
        return marked;
    }

    private boolean fits(RemoteFile file) {
        boolean fits = file.size() > 0 && file.size() <= largest;
        left += fits ? 0 : 1;
        return fits;
    }

    /** @return false where another node polls now */
    private boolean take(RemoteFile file) throws IOException {
        byte[] content = folder.read(file, largest);
        if (content.length != file.size() || !folder.lookAgain(file).equals(file)) {
            // it is being written after all
            return true;
        }
        Receipted kept =
                deliveries(file, content).stream().map(desk::receive).toList().getFirst();
        if (!leases.holds(lease)) {
            return false;
        }
        leaveMark(file, kept.receiptNumber());
        return true;
    }

    /** One, or one for each message of a batch. */
    private List<Delivery> deliveries(RemoteFile file, byte[] content) {
        List<byte[]> pieces = FileKind.of(file.name(), content).pieces(content).messages();
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> delivery(file, pieces.get(i), FileKind.key(file.key(settings.path()), i, pieces.size())))
                .toList();
    }

    private Delivery delivery(RemoteFile file, byte[] content, String key) {
        FileKind kind = FileKind.of(file.name(), content);
        return new Delivery(
                Channel.SFTP,
                connection.address(),
                settings.sender(),
                key,
                file.name(),
                kind.mediaType(),
                kind.lane(),
                content,
                Map.of("modified", file.modified().toString()));
    }

    private void leaveMark(RemoteFile file, String receipt) throws IOException {
        try {
            switch (settings.after()) {
                case MOVE -> folder.move(file, settings.done(), receipt);
                case MARKER -> folder.mark(file);
                case REMEMBER -> fetched.remember(connection.id(), hash(file), receipt);
            }
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_PERMISSION_DENIED
                    && e.getStatus() != SftpConstants.SSH_FX_WRITE_PROTECT) {
                throw e;
            }
            unmarkable = true;
            fetched.remember(connection.id(), hash(file), receipt);
        }
    }
}
