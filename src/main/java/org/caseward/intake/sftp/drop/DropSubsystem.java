package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * One provider's SFTP session. SSHD closes the handles of a session that breaks off just as a client's own close does; only here, where the client's request arrives, can
 * the two be told apart.
 */
final class DropSubsystem extends SftpSubsystem {
    private static final Set<String> EXTENSIONS =
            Set.of("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com");

    private final DropFolder folder;
    private final Map<String, Upload> uploads = new HashMap<>();
    private @Nullable Upload opening;

    DropSubsystem(ChannelSession channel, SftpSubsystemConfigurator configurator, DropFolder folder) {
        super(channel, configurator);
        this.folder = folder;
    }

    /** What a client writes goes where its upload says; everything else is SSHD's. */
    static final class Accessor implements SftpFileSystemAccessor {
        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle fileHandle,
                Path file,
                String handle,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attrs)
                throws IOException {
            Upload upload = subsystem instanceof DropSubsystem drop ? drop.opening : null;
            return upload == null
                    ? SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attrs)
                    : upload.open(options);
        }
    }

    @Override
    protected Path resolveFile(String remotePath) throws IOException {
        Path asked = super.resolveFile(remotePath);
        Path now = folder.lookUp(asked);
        return now.equals(folder.local(asked)) ? asked : folder.virtual(asked.getFileSystem(), now);
    }

    private Path local(String remotePath) throws IOException {
        return folder.local(super.resolveFile(remotePath));
    }

    @Override
    protected String doOpen(int id, String path, int pflags, int access, Map<String, Object> attrs) throws IOException {
        int writing = SftpConstants.ACE4_WRITE_DATA | SftpConstants.ACE4_APPEND_DATA;
        if ((access & writing) == 0) {
            return super.doOpen(id, path, pflags, access, Map.of());
        }
        Upload upload = folder.begin(local(path));
        opening = upload;
        try {
            String handle = super.doOpen(id, path, pflags, access, Map.of());
            uploads.put(handle, upload);
            return handle;
        } catch (IOException | RuntimeException e) {
            upload.abandon();
            throw e;
        } finally {
            opening = null;
        }
    }

    @Override
    protected void doWrite(int id, String handle, long offset, int length, byte[] data, int doff, int remaining)
            throws IOException {
        Upload upload = uploads.get(handle);
        if (upload == null) {
            throw Refusal.denied("This file was opened for reading only.");
        }
        boolean append = handles.get(handle) instanceof FileHandle open && open.isOpenAppend();
        folder.grow(upload, (append ? upload.size() : offset) + length);
        try {
            super.doWrite(id, handle, offset, length, data, doff, remaining);
        } catch (IOException e) {
            upload.spoil(e);
            throw e;
        }
    }

    @Override
    protected void doClose(int id, String handle) throws IOException {
        Upload upload = uploads.get(handle);
        try {
            super.doClose(id, handle);
        } catch (IOException e) {
            if (upload != null) {
                upload.spoil(e);
            }
            throw e;
        } finally {
            uploads.remove(handle);
            if (upload != null) {
                folder.closed(upload);
            }
        }
    }

    /** The session is over: what was not closed by its sender does not count. */
    @Override
    protected void closeAllHandles() {
        super.closeAllHandles();
        uploads.values().forEach(folder::brokenOff);
        uploads.clear();
    }

    @Override
    protected void doRename(int id, String oldPath, String newPath, Collection<CopyOption> opts) throws IOException {
        folder.rename(local(oldPath), local(newPath), writing(local(oldPath)));
    }

    @Override
    protected void doRemove(int id, Path p, boolean isDirectory) throws IOException {
        folder.remove(folder.local(p), isDirectory, writing(folder.local(p)));
    }

    private boolean writing(Path local) {
        return uploads.values().stream().anyMatch(upload -> upload.bytes().equals(local));
    }

    @Override
    protected void doMakeDirectory(int id, String path, Map<String, ?> attrs) throws IOException {
        folder.mayMake(local(path));
        super.doMakeDirectory(id, path, Map.of());
    }

    @Override
    protected void createLink(int id, String existingPath, String linkPath, boolean symLink) throws IOException {
        throw Refusal.denied("Links can't be made here.");
    }

    /** Times of files that are not whole yet are kept; all else is answered with yes and left as it is, because many clients ask for it after each upload. */
    @Override
    protected void doSetAttributes(int cmd, String extension, Path file, Map<String, ?> attributes, boolean followLinks)
            throws IOException {
        if (attributes.get(IoUtils.LASTMOD_TIME_VIEW_ATTR) instanceof FileTime time) {
            folder.timeNamed(folder.local(file), time);
        }
    }

    @Override
    protected void doFSetStat(int id, String handle, Map<String, ?> attrs) throws IOException {
        Upload upload = uploads.get(handle);
        if (upload == null) {
            return;
        }
        if (attrs.get(IoUtils.LASTMOD_TIME_VIEW_ATTR) instanceof FileTime time) {
            upload.named(time);
        }
        if (attrs.get(IoUtils.SIZE_VIEW_ATTR) instanceof Number length
                && handles.get(handle) instanceof FileHandle open
                && length.longValue() < upload.size()) {
            // OpenSSH cuts off what it is not sure of after an interrupted upload
            open.getFileChannel().truncate(length.longValue());
            upload.cutTo(length.longValue());
        }
    }

    @Override
    protected Map<String, Object> doFStat(int id, String handle, int flags) throws IOException {
        Upload upload = uploads.get(handle);
        if (upload == null) {
            return super.doFStat(id, handle, flags);
        }
        if (!Files.exists(upload.bytes(), LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException("The file was removed");
        }
        return resolveFileAttributes(upload.bytes(), flags, true, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    protected void executeExtendedCommand(Buffer buffer, int id, String extension) throws IOException {
        if (EXTENSIONS.contains(extension)) {
            super.executeExtendedCommand(buffer, id, extension);
        } else {
            doUnsupportedExtension(buffer, id, extension);
        }
    }
}
