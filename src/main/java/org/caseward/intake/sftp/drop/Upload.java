package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import org.caseward.intake.sftp.TemporaryNames;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written. Under a final name its bytes lie aside until its sender closes it; under a temporary name they lie in place, so that a broken upload can be
 * resumed, and count once it is renamed.
 */
final class Upload {
    private final Path target;
    private final Path bytes;
    private final boolean temporary;
    private long size;
    private @Nullable FileTime time;
    private @Nullable IOException fault;

    private Upload(Path target, Path bytes, boolean temporary) {
        this.target = target;
        this.bytes = bytes;
        this.temporary = temporary;
    }

    static Upload of(ProviderTree tree, Path target) {
        boolean temporary = TemporaryNames.is(target.getFileName().toString());
        return new Upload(target, temporary ? target : tree.newArrival(), temporary);
    }

    SeekableByteChannel open(Set<? extends OpenOption> asked) throws IOException {
        if (!temporary) {
            return FileChannel.open(
                    bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        Set<OpenOption> options = new HashSet<>(asked);
        options.add(java.nio.file.LinkOption.NOFOLLOW_LINKS);
        FileChannel opened = FileChannel.open(bytes, options);
        size = opened.size();
        return opened;
    }

    Path target() {
        return target;
    }

    Path bytes() {
        return bytes;
    }

    boolean temporary() {
        return temporary;
    }

    long size() {
        return size;
    }

    void grew(long to) {
        size = Math.max(size, to);
    }

    void cutTo(long length) {
        size = Math.min(size, length);
    }

    void named(FileTime when) {
        time = when;
    }

    /** Something of it is missing: whatever its sender does, it does not count. */
    void spoil(IOException why) {
        fault = fault == null ? why : fault;
    }

    @Nullable
    IOException fault() {
        return fault;
    }

    /** Its sender closed it: now it stands whole in the tree, also after the power goes. */
    void complete() throws IOException {
        SentTime.set(bytes, time);
        if (!temporary) {
            Files.move(bytes, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolderOf(target);
        }
    }

    /** Its sender went away or was refused: what was written goes, unless it can be resumed. */
    void abandon() throws IOException {
        if (!temporary || fault != null) {
            Files.deleteIfExists(bytes);
        }
    }

    /** So that the new name stands also after the power goes. */
    static void syncFolderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
