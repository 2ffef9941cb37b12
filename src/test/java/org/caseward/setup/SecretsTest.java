package org.caseward.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path dir;

    @Test
    void aSecretIsMadeOnceAndKeptForItsOwnerOnly() throws IOException {
        Path file = dir.resolve("new").resolve("secrets.properties");
        Secrets secrets = Secrets.open(file);
        String made = secrets.get("db.hub");
        assertThat(made).hasSizeGreaterThanOrEqualTo(24).isEqualTo(secrets.get("db.hub"));
        assertThat(secrets.get("broker.hub")).isNotEqualTo(made);
        assertThat(Secrets.open(file).get("db.hub")).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }
}
