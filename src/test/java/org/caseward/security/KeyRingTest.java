package org.caseward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final byte[] PLAIN = "what a report says".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path dir;

    private Path file() {
        return dir.resolve("secrets").resolve("keys.properties");
    }

    private KeyRing rotated() throws IOException {
        Files.writeString(
                file(), "2=" + Base64.getEncoder().encodeToString(new byte[32]) + "\n", StandardOpenOption.APPEND);
        return KeyRing.open(file());
    }

    @Test
    void aNewKeySealsTheOldOneStillOpensAndAddressesStay() throws IOException {
        KeyRing before = KeyRing.open(file());
        byte[] old = before.seal("pd", "R-1", PLAIN);
        byte[] address = before.address("pd", PLAIN);
        KeyRing after = rotated();
        assertThat(after.open("pd", "R-1", old)).isEqualTo(PLAIN);
        assertThat(after.address("pd", PLAIN)).isEqualTo(address);
        byte[] fresh = after.seal("pd", "R-1", PLAIN);
        assertThat(after.open("pd", "R-1", fresh)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> before.open("pd", "R-1", fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key 2");
    }

    @Test
    void whatWasSealedForOneProgramAndContextOpensForNoOther() throws IOException {
        KeyRing keys = KeyRing.open(file());
        byte[] sealed = keys.seal("pd", "R-1", PLAIN);
        assertThatThrownBy(() -> keys.open("wc", "R-1", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open("pd", "R-2", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open("pd", "R-1", new byte[] {1, 0})).isInstanceOf(IllegalStateException.class);
        assertThat(keys.seal("pd", "R-1", PLAIN)).as("never sealed alike twice").isNotEqualTo(sealed);
    }

    @Test
    void onlyItsOwnerReadsTheKeyFile() throws IOException {
        KeyRing.open(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyKeyFileIsNotFilledWithANewKey() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file());
        assertThatThrownBy(() -> KeyRing.open(file()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("backup");
        assertThat(file()).isEmptyFile();
    }
}
