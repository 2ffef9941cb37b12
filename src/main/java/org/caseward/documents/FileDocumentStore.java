package org.caseward.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.OutageException;
import org.caseward.security.KeyRing;

/** Documents as sealed files: {@code root/program/ab/cdef…}; written aside, fsynced and renamed, so that a file is whole or absent. */
public final class FileDocumentStore implements DocumentStore {
    private final Path root;
    private final KeyRing keys;

    public FileDocumentStore(Path root, KeyRing keys) {
        this.root = root;
        this.keys = keys;
    }

    @Override
    public Address put(String program, byte[] bytes) {
        Address address = new Address(program, HexFormat.of().formatHex(keys.address(program, bytes)));
        Path file = path(address);
        try {
            if (!Files.exists(file)) {
                write(file, keys.seal(program, address.hash(), bytes));
            }
            return address;
        } catch (IOException e) {
            throw new OutageException("The document store could not keep a document", e);
        }
    }

    private static void write(Path file, byte[] sealed) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try (FileChannel out =
                FileChannel.open(aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            ByteBuffer left = ByteBuffer.wrap(sealed);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public byte[] get(Address address) {
        try {
            return keys.open(address.program(), address.hash(), Files.readAllBytes(path(address)));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The document store has no document " + address, e);
        } catch (IOException e) {
            throw new OutageException("The document store could not be read", e);
        }
    }

    private Path path(Address address) {
        String hash = address.hash();
        return root.resolve(address.program()).resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }
}
