package org.caseward.demo.senders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caseward.demo.samples.Delivery;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts faxes into the folder where the fax gateway leaves them: the pages first, then the sidecar, which is written aside
 * and renamed, so that whoever sees it finds both whole. Both move to {@code done/} once the hub has a receipt.
 */
public final class FaxSpool {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOOK_EVERY_MILLIS = 200;

    private final Path folder;
    private final long patienceMillis;

    /** @param patienceMillis how long a fax may lie before it counts as not taken */
    public FaxSpool(Path folder, long patienceMillis) {
        this.folder = folder;
        this.patienceMillis = patienceMillis;
    }

    /** Lays one fax in the folder and waits until it was taken. */
    public Answer send(Delivery.Fax fax) throws IOException, InterruptedException {
        lay(fax);
        Path sidecar = folder.resolve(fax.sidecar().id() + ".json");
        for (long waited = 0; waited < patienceMillis; waited += LOOK_EVERY_MILLIS) {
            if (Files.notExists(sidecar)) {
                return new Answer("done", "taken");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        throw new IOException("Nobody took the fax " + fax.sidecar().id() + " from the spool folder within "
                + patienceMillis / 1000 + " s. Is the fax route running?");
    }

    void lay(Delivery.Fax fax) throws IOException {
        String id = fax.sidecar().id();
        Files.createDirectories(folder);
        Path pages = folder.resolve(id + "." + fax.extension());
        Path sidecar = folder.resolve(id + ".json");
        if (Files.exists(sidecar)) {
            return; // it still lies there from an earlier start
        }
        Files.write(pages, fax.bytes());
        Path aside = folder.resolve("." + id + ".json.part");
        Files.write(aside, JSON.writeValueAsBytes(facts(fax.sidecar())));
        Files.move(aside, sidecar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, Object> facts(Delivery.Sidecar call) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", call.id());
        facts.put("from", call.from());
        facts.put("to", call.to());
        facts.put("receivedAt", call.receivedAt().toString());
        facts.put("pages", call.pages());
        return facts;
    }
}
