package org.caseward.security.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens, in a file only its owner can read; made at the first start. */
final class TokenKey {
    private TokenKey() {}

    static RSAKey open(Path file) throws IOException, ParseException {
        if (!Files.exists(file)) {
            create(file.toAbsolutePath());
        }
        return RSAKey.parse(Files.readString(file));
    }

    private static void create(Path file) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder);
        Path half = Files.createTempFile(
                folder,
                "token-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, generate().toJSONString());
        Files.move(half, file);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Making the key that signs tokens failed", e);
        }
    }
}
