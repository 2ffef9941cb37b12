package org.caseward.intake.fax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaxTagsTest {
    /** A fax of two pages as HylaFAX tags it; the picture is one blank line. */
    static byte[] fax(ByteOrder order) {
        byte[] tsi = "+1 312 555 0100\0".getBytes(StandardCharsets.US_ASCII);
        byte[] date = "2026:11:02 10:15:00\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(1024).order(order);
        tiff.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'))
                .put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
        tiff.putShort((short) 42).putInt(300);
        tiff.position(100);
        tiff.put(tsi);
        tiff.position(140);
        tiff.put(date);
        tiff.position(180);
        tiff.putInt(196).putInt(1).putInt(204).putInt(1);
        for (int page = 0; page < 2; page++) {
            tiff.position(300 + page * 300);
            tag(tiff.putShort((short) 13), 256, 3, 1, s(order, 1728));
            tag(tiff, 257, 3, 1, s(order, 1));
            tag(tiff, 258, 3, 1, s(order, 1));
            tag(tiff, 259, 3, 1, s(order, 3));
            tag(tiff, 262, 3, 1, s(order, 0));
            tag(tiff, 270, 2, tsi.length, 100);
            tag(tiff, 273, 4, 1, 760);
            tag(tiff, 278, 3, 1, s(order, 1));
            tag(tiff, 279, 4, 1, 216);
            tag(tiff, 282, 5, 1, 188);
            tag(tiff, 283, 5, 1, 180);
            tag(tiff, 296, 3, 1, s(order, 2));
            tag(tiff, 306, 2, date.length, 140);
            tiff.putInt(page == 0 ? 600 : 0);
        }
        return tiff.array();
    }

    private static int s(ByteOrder order, int value) {
        return order == ByteOrder.LITTLE_ENDIAN ? value : value << 16;
    }

    private static void tag(ByteBuffer tiff, int id, int type, int count, int value) {
        tiff.putShort((short) id).putShort((short) type).putInt(count).putInt(value);
    }

    @Test
    void theSendersOwnNameTimePagesAndFinenessAreReadInBothByteOrders() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertThat(FaxTags.read(fax(order)))
                    .containsEntry("tsi", "+1 312 555 0100")
                    .containsEntry("taggedAt", "2026:11:02 10:15:00")
                    .containsEntry("taggedPages", "2")
                    .containsEntry("lines", "196");
        }
    }

    @Test
    void whateverIsCutOffOrTwistedNeverFails() {
        byte[] whole = fax(ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < whole.length; length += 7) {
            FaxTags.read(Arrays.copyOf(whole, length));
        }
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] twisted = whole.clone();
            for (int j = 0; j < 8; j++) {
                twisted[random.nextInt(twisted.length)] = (byte) random.nextInt();
            }
            assertThat(FaxTags.read(twisted)).hasSizeLessThan(10);
        }
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(300 + 2 + 13 * 12, 300);
        assertThat(FaxTags.read(whole)).containsEntry("taggedPages", "1000");
    }

    /** HylaFAX's own tool reads the same; it is used where it is installed (Debian: hylafax-server). */
    @Test
    void hylafaxsOwnToolReadsTheSame(@TempDir Path folder) throws Exception {
        Path tool = Path.of(System.getProperty("caseward.faxinfo", "/usr/sbin/faxinfo"));
        if (!Files.isExecutable(tool)) {
            String why = "NOT COMPARED WITH HYLAFAX: no faxinfo at " + tool
                    + ". Install hylafax-server or name it with -Dcaseward.faxinfo=PATH.";
            System.err.println(why);
            Assumptions.abort(why);
        }
        Path file = Files.write(folder.resolve("fax000000042.tif"), fax(ByteOrder.LITTLE_ENDIAN));
        String told = output(new ProcessBuilder(tool.toString(), file.toString()));
        var tags = FaxTags.read(Files.readAllBytes(file));
        assertThat(told)
                .containsPattern("Sender: *" + java.util.regex.Pattern.quote(String.valueOf(tags.get("tsi"))))
                .containsPattern("Pages: *" + tags.get("taggedPages"))
                .containsPattern("Received: *" + tags.get("taggedAt"));
    }

    static String output(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }

    @Test
    void theHookThatHylafaxCallsPutsThePagesAndThenTheNoteIntoTheSpool(@TempDir Path folder) throws Exception {
        Path received = Files.write(folder.resolve("fax000000042.tif"), fax(ByteOrder.LITTLE_ENDIAN));
        Path spool = folder.resolve("spool");
        ProcessBuilder hook = new ProcessBuilder(
                Path.of("deploy/hylafax/faxrcvd-caseward").toAbsolutePath().toString(),
                received.toString(),
                "ttyS0",
                "000000017",
                "",
                "+13125550100",
                "CLINIC \"A\"",
                "+13125550192");
        hook.environment().put("CASEWARD_SPOOL", spool.toString());
        output(hook);
        try (var files = Files.list(spool)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("-\\d{8}T\\d{6}Z", "")))
                    .containsExactlyInAnyOrder("hylafax-fax000000042.tif", "hylafax-fax000000042.json");
        }
        try (var files = Files.list(spool)) {
            Path note = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            FaxSidecar told = new tools.jackson.databind.json.JsonMapper().readValue(note.toFile(), FaxSidecar.class);
            assertThat(told.from()).isEqualTo("+13125550100");
            assertThat(told.to()).isEqualTo("+13125550192");
        }
    }
}
