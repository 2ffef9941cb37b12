package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.caseward.intake.sftp.TemporaryNames;
import org.caseward.report.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a provider may do in its tree, and what follows from it. One for each session. */
final class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final int REMEMBERED = 1000;
    private static final Reason WAITS = new Reason(
            "file-waits",
            "A file of this name waits here to be taken: it is safe and will be. Send the new one again later, or under another name.");

    private final ProviderTree tree;
    private final Allowance allowance;
    private final DropDesk desk;
    private final Answers answers;

    /** Where files of this session went that were taken: clients that look again after an upload must find what they sent. */
    private final Map<Path, Path> taken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Path> eldest) {
            return size() > REMEMBERED;
        }
    };

    DropFolder(ProviderTree tree, Allowance allowance, DropDesk desk, Answers answers) {
        this.tree = tree;
        this.allowance = allowance;
        this.desk = desk;
        this.answers = answers;
    }

    Path local(Path virtual) throws AccessDeniedException {
        // attributes of an upload are asked for by where its bytes lie
        return virtual.getFileSystem() == tree.root().getFileSystem() ? virtual : tree.local(virtual);
    }

    Path virtual(FileSystem system, Path local) {
        return system.getPath("/" + tree.shown(local));
    }

    /** Where the file lies now that a client asks for. */
    Path lookUp(Path virtual) throws IOException {
        Path local = tree.local(virtual);
        tree.refuseLinks(local);
        Path now = taken.get(local);
        return now != null && !exists(local) && exists(now) ? now : local;
    }

    Upload begin(Path target) throws IOException {
        tree.refuseLinks(target);
        mayWrite(target);
        boolean temporary = TemporaryNames.is(target.getFileName().toString());
        if (!temporary && exists(target)) {
            // it waits since something of ours was down: perhaps not any more
            take(target);
            if (exists(target)) {
                throw Refusal.failed(WAITS);
            }
        }
        taken.remove(target);
        if (!temporary || !exists(target)) {
            orAnswer(target, allowance::another);
        }
        return Upload.of(tree, target);
    }

    private interface Act {
        void run() throws IOException;
    }

    /** Some clients show no more than "Failure", so the words lie in {@code refused/} as well. */
    private void orAnswer(Path target, Act act) throws IOException {
        try {
            act.run();
        } catch (Refusal refusal) {
            answers.refused(tree, tree.shown(target), refusal.reason(), Optional.empty());
            throw refusal;
        }
    }

    void grow(Upload upload, long to) throws IOException {
        IOException fault = upload.fault();
        if (fault != null) {
            throw fault;
        }
        try {
            orAnswer(upload.target(), () -> allowance.grow(upload.size(), to));
            upload.grew(to);
        } catch (IOException e) {
            upload.spoil(e);
            throw e;
        }
    }

    /** The client closed it. */
    void closed(Upload upload) throws IOException {
        IOException fault = upload.fault();
        if (fault != null) {
            upload.abandon();
            throw fault;
        }
        if (!upload.temporary() && exists(upload.target())) {
            upload.spoil(Refusal.failed(WAITS));
            upload.abandon();
            throw Refusal.failed(WAITS);
        }
        upload.complete();
        if (!upload.temporary()) {
            take(upload.target());
        }
    }

    void brokenOff(Upload upload) {
        try {
            upload.abandon();
        } catch (IOException e) {
            LOG.warn(
                    "What is left of a broken upload could not be removed: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void take(Path file) {
        if (desk.take(tree, file) instanceof DropDesk.Taken.Answered(Path place)) {
            taken.put(file, place);
        }
    }

    void rename(Path from, Path to, boolean writing) throws IOException {
        tree.refuseLinks(from);
        tree.refuseLinks(to);
        mayWrite(from);
        mayWrite(to);
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(from)
                    ? Refusal.denied("Only files can be renamed here.")
                    : new NoSuchFileException("There is no such file");
        }
        if (writing) {
            throw Refusal.denied("The file is still being written. Close it first.");
        }
        if (!from.equals(to) && exists(to)) {
            throw Refusal.failed(WAITS);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Upload.syncFolderOf(to);
        if (!TemporaryNames.is(to.getFileName().toString())) {
            take(to);
        }
    }

    void remove(Path file, boolean directory, boolean writing) throws IOException {
        tree.refuseLinks(file);
        if (!tree.writable(file)) {
            throw Refusal.denied("What lies in accepted/ and refused/ can be read, not changed; it goes by itself.");
        }
        if (writing) {
            throw Refusal.denied("The file is still being written. Close it first.");
        }
        Files.delete(file);
    }

    void mayMake(Path made) throws IOException {
        tree.refuseLinks(made);
        mayWrite(made);
        allowance.another();
    }

    void timeNamed(Path file, FileTime time) throws IOException {
        if (tree.writable(file)
                && file.startsWith(tree.root())
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            SentTime.set(file, time);
        }
    }

    private void mayWrite(Path file) throws IOException {
        if (!tree.writable(file)) {
            throw Refusal.denied(
                    "What lies in accepted/ and refused/ can be read, not changed. Put files beside them.");
        }
        if (!tree.nameable(file)) {
            throw Refusal.denied(
                    "The name is too long, too deep in folders, or holds control characters. Use a shorter one.");
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
