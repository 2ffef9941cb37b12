package org.caseward.demo.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caseward.demo.samples.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaxSpoolTest {
    private static final byte[] PAGES = new byte[400_000];

    @TempDir
    Path folder;

    @Test
    void neverShowsASidecarBeforeBothFilesAreWhole() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Integer> gateway = CompletableFuture.supplyAsync(() -> takeAll(stop));
        FaxSpool spool = new FaxSpool(folder, 10_000);

        for (int i = 0; i < 30; i++) {
            assertThat(spool.send(fax("T" + i)).code()).isEqualTo("done");
        }
        stop.set(true);

        assertThat(gateway.get()).isEqualTo(30);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void writesWhatTheGatewayKnowsOfTheCall() throws IOException {
        new FaxSpool(folder, 1_000).lay(fax("T1"));

        JsonNode sidecar = JsonMapper.shared().readTree(Files.readString(folder.resolve("T1.json")));
        assertThat(sidecar.propertyNames()).containsExactly("id", "from", "to", "receivedAt", "pages");
        assertThat(sidecar.path("receivedAt").asString()).isEqualTo("2026-11-21T14:05:00Z");
    }

    @Test
    void saysWhereNobodyTakesAFax() {
        assertThatThrownBy(() -> new FaxSpool(folder, 300).send(fax("T1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Is the fax route running?");
    }

    /** Takes a fax the moment its sidecar can be seen, as a hub with good eyes would; fails on a half-written one. */
    private int takeAll(AtomicBoolean stop) {
        int taken = 0;
        while (!stop.get()) {
            Path sidecar = folder.resolve("T" + taken + ".json");
            if (Files.exists(sidecar)) {
                taken = take(sidecar, taken);
            }
        }
        return taken;
    }

    private int take(Path sidecar, int taken) {
        try {
            String id = JsonMapper.shared()
                    .readTree(Files.readString(sidecar))
                    .path("id")
                    .asString();
            Path pages = folder.resolve(id + ".tif");
            if (Files.size(pages) != PAGES.length) {
                throw new IllegalStateException("The sidecar came before its pages were whole");
            }
            Files.delete(pages);
            Files.delete(sidecar);
            return taken + 1;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivery.Fax fax(String id) {
        return new Delivery.Fax(
                PAGES,
                "tif",
                new Delivery.Sidecar(id, "+13125550130", "+13125550190", Instant.parse("2026-11-21T14:05:00Z"), 1));
    }
}
