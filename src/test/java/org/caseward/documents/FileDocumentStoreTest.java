package org.caseward.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.caseward.security.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDocumentStoreTest implements DocumentStoreContract {
    @TempDir
    Path dir;

    private FileDocumentStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileDocumentStore(dir.resolve("documents"), KeyRing.open(dir.resolve("keys.properties")));
    }

    @Override
    public DocumentStore store() {
        return store;
    }

    private Path file(Address address) {
        return dir.resolve("documents")
                .resolve(address.program())
                .resolve(address.hash().substring(0, 2))
                .resolve(address.hash().substring(2));
    }

    @Override
    public void tamper(Address address) throws IOException {
        byte[] bytes = Files.readAllBytes(file(address));
        bytes[bytes.length - 20] ^= 1;
        Files.write(file(address), bytes);
    }

    @Override
    public void cutShort(Address address) throws IOException {
        Files.write(file(address), Arrays.copyOf(Files.readAllBytes(file(address)), 3));
    }

    @Override
    public String everythingAtRest() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("documents"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void oneFileIsLeftWhereEqualBytesWerePutTwice() throws IOException {
        Address address = store.put("pd", PAPER);
        store.put("pd", PAPER);
        assertThat(files()).containsExactly(file(address));
    }
}
