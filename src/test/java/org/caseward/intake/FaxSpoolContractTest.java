package org.caseward.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;

/** The fax spool, as a fax server's hook fills it: what is done with was taken, what stays will be tried again. */
class FaxSpoolContractTest extends IntakeContract {
    private static final String LINE = "+13125550192";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, ("II*\0" + text).getBytes(StandardCharsets.US_ASCII));
    }

    /** Nobody is known by a caller's number; what is refused is a fax whose note is no note. */
    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        Files.createDirectories(spool);
        Files.write(spool.resolve(key + ".tif"), text.getBytes(StandardCharsets.US_ASCII));
        announce(key, "{no note");
        await(key);
        return jdbc.sql("select reason from report where control_id = ?")
                .param(key + ".json")
                .query(String.class)
                .optional()
                .<Answer>map(Refused::new)
                .orElseGet(SendAgain::new);
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        Files.createDirectories(spool);
        Files.write(spool.resolve(key + ".tif"), bytes);
        announce(key, note(key));
        return answer(key, bytes);
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        Files.createDirectories(spool);
        byte[] page = ("II*\0" + text).getBytes(StandardCharsets.US_ASCII);
        Files.write(spool.resolve(key + ".tif"), java.util.Arrays.copyOf(page, 10));
        Thread.sleep(1_000);
        Files.write(spool.resolve(key + ".tif"), page);
        announce(key, note(key));
        return answer(key, page);
    }

    @Override
    String route() {
        return "intake-fax";
    }

    @Override
    byte[] tooMuch() {
        return new byte[3_000_000];
    }

    @Override
    byte[] truncated() {
        return new byte[] {'I', 'I', '*', 0, 8};
    }

    private Answer answer(String key, byte[] bytes) throws Exception {
        return await(key)
                ? jdbc.sql("""
                                select r.receipt_number from report r where r.control_id = ? and r.sha256 = ?""")
                        .params(key, Hash.of(bytes))
                        .query(String.class)
                        .optional()
                        .<Answer>map(Accepted::new)
                        .orElseGet(SendAgain::new)
                : new SendAgain();
    }

    /** @return whether the note was moved away before patience ended */
    private boolean await(String key) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Files.exists(spool.resolve(key + ".json")) && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        return !Files.exists(spool.resolve(key + ".json"));
    }

    private void announce(String key, String note) throws IOException {
        Path aside = Files.writeString(spool.resolve(key + ".json.part"), note);
        Files.move(aside, spool.resolve(key + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String note(String key) {
        return "{\"id\": \"" + key + "\", \"from\": \"+13125550100\", \"to\": \"" + LINE
                + "\", \"receivedAt\": \"2026-11-02T10:15:00Z\", \"pages\": 1}";
    }
}
