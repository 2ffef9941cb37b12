package org.caseward.intake.sftp.drop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** By what providers know us: an Ed25519 and an RSA key in OpenSSH's format, made once and kept, since a changed one stops every sender. */
final class HostKeys {
    /** As strong as the other key (128 bits, NIST SP 800-57 part 1, table 2); a longer one takes a cold hub seconds to make. */
    private static final int RSA_BITS = 3072;

    private final Path folder;

    HostKeys(Path folder) {
        this.folder = folder;
    }

    private Path ed25519() {
        return folder.resolve("ssh_host_ed25519_key");
    }

    private Path rsa() {
        return folder.resolve("ssh_host_rsa_key");
    }

    /** Opens the keys; makes those that are missing. */
    KeyPairProvider open() throws IOException, GeneralSecurityException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        make(ed25519(), KeyPairProvider.SSH_ED25519, 256);
        make(rsa(), KeyPairProvider.SSH_RSA, RSA_BITS);
        return new FileKeyPairProvider(List.of(ed25519(), rsa()));
    }

    private static void make(Path file, String type, int bits) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        KeyPair pair = KeyUtils.generateKeyPair(type, bits);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "caseward", null, written);
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(aside, written.toByteArray());
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".pub"),
                PublicKeyEntry.toString(pair.getPublic()) + " caseward\n");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a provider puts into its {@code known_hosts}; the first line is the Ed25519 key alone, as in a {@code .pub} file. */
    void tell(String host, int port) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(ed25519().resolveSibling("ssh_host_ed25519_key.pub")));
        for (Path key : List.of(ed25519(), rsa())) {
            String line = Files.readString(key.resolveSibling(key.getFileName() + ".pub"));
            text.append('[').append(host).append("]:").append(port).append(' ').append(line);
        }
        Files.writeString(folder.resolve("known_hosts"), text);
    }
}
