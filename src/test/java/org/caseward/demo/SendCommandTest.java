package org.caseward.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.world.DemoWorld;
import org.caseward.report.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void sendsOneFileOfSeveralMessagesOneAfterAnother() {
        String batch = "FHS|^~\\&|A\nBHS|^~\\&|A\nMSH|^~\\&|A|B\nPID|1\nMSH|^~\\&|A|B\nPID|2\nBTS|2\nFTS|1\n";

        assertThat(SendCommand.messages(batch.getBytes(StandardCharsets.UTF_8)))
                .extracting(d -> new String(d.bytes(), StandardCharsets.UTF_8))
                .containsExactly("MSH|^~\\&|A|B\rPID|1\r", "MSH|^~\\&|A|B\rPID|2\r");
    }

    @Test
    void sendsWhatIsNoHl7AsItIs() {
        assertThat(SendCommand.messages("hello".getBytes(StandardCharsets.UTF_8)))
                .extracting(d -> new String(d.bytes(), StandardCharsets.UTF_8))
                .containsExactly("hello");
    }

    @Test
    void saysWhatBecameOfEachFile() throws Exception {
        List<Sample> samples = Demo.samples(DemoWorld.make());
        try (StandInHub hub = new StandInHub(data.resolve("fax"), samples, UnaryOperator.identity())) {
            Files.writeString(data.resolve("endpoints.json"), hub.json());
            Sample good = samples.getFirst();
            Sample bad = samples.stream()
                    .filter(s -> s.channel() == Channel.FHIR && !s.expected().isKept())
                    .findFirst()
                    .orElseThrow();
            Path message =
                    Files.write(data.resolve("report.hl7"), good.delivery().bytes());
            Path bundle =
                    Files.write(data.resolve("bundle.json"), bad.delivery().bytes());

            assertThat(send(message.toString(), "--to", "mllp", "--data", data.toString()))
                    .isZero();
            assertThat(send(bundle.toString(), "--to", "fhir", "--data", data.toString()))
                    .isOne();

            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("report.hl7: taken (AA")
                    .contains("bundle.json: not taken (422");
        }
    }

    @Test
    void explainsACommandThatMakesNoSense() throws Exception {
        assertThat(send("nowhere.hl7", "--to", "mllp")).isEqualTo(2);
        Path file = Files.writeString(data.resolve("a.hl7"), "MSH");
        assertThat(send(file.toString(), "--to", "pigeon")).isEqualTo(2);
        assertThat(send("--to")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("There is no file nowhere.hl7")
                .contains("--to needs one of mllp, mllps, fhir, email, fax, sftp, portal.")
                .contains("usage:");
    }

    @Test
    void saysWhereNoHubIsRunning() throws Exception {
        Path file = Files.writeString(data.resolve("a.hl7"), "MSH");

        assertThat(send(file.toString(), "--to", "mllp", "--data", data.toString()))
                .isOne();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("No hub is running with the data in");
    }

    private int send(String... arguments) throws Exception {
        return new SendCommand(out, out).run(List.of(arguments));
    }
}
