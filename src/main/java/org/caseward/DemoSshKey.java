package org.caseward;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** The key by which the demo's clinic logs in on the demo's SFTP server; made once, in OpenSSH's format. */
record DemoSshKey(Path privateKey, String publicKey) {
    private static final int ED25519_BITS = 256;

    static DemoSshKey open(Path folder) throws IOException {
        Path file = folder.resolve("clinic_key").toAbsolutePath();
        Path told = folder.resolve("clinic_key.pub");
        if (!Files.exists(told)) {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, ED25519_BITS);
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "demo clinic", null, out);
                Files.writeString(told, PublicKeyEntry.toString(pair.getPublic()));
            } catch (GeneralSecurityException e) {
                throw new IOException("The demo's SSH key could not be made", e);
            }
        }
        return new DemoSshKey(file, Files.readString(told).strip());
    }
}
