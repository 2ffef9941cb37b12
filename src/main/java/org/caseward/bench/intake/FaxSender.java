package org.caseward.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The spool folder, as a fax server fills it; the answer is that the note has moved to {@code done/}. */
record FaxSender(Path spool, String called) implements IntakeSender {
    private static final int LOOK_MILLIS = 5;

    @Override
    public String channel() {
        return "fax";
    }

    @Override
    public Line open(int number) throws IOException {
        Files.createDirectories(spool);
        return new Line() {
            @Override
            public void send(String id) throws IOException, InterruptedException {
                Files.write(spool.resolve(id + ".tif"), Pages.tiff(id));
                String note = "{\"id\":\"" + id + "\",\"from\":\"" + BenchDirectory.CALLER + "\",\"to\":\"" + called
                        + "\",\"receivedAt\":\"2026-11-02T10:15:00Z\",\"pages\":1}";
                Path aside = Files.writeString(spool.resolve(id + ".part"), note);
                Files.move(aside, spool.resolve(id + ".json"), StandardCopyOption.ATOMIC_MOVE);
                while (Files.exists(spool.resolve(id + ".json"))) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }

            @Override
            public void close() {}
        };
    }
}
