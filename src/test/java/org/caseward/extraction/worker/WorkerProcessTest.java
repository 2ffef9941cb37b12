package org.caseward.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WorkerProcessTest {
    @TempDir
    Path scratch;

    @Test
    void endsWhenItsHubIsGone() throws Exception {
        Process process = new WorkerCommand(WorkerSettings.DEFAULT).start(scratch);
        try {
            Reply hello = Replies.decode(Frames.read(new DataInputStream(process.getInputStream()), 1000));
            assertThat(hello).isEqualTo(new Reply.Ready());
            process.getOutputStream().close();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aFrameThatAnnouncesTooMuchIsNotRead() throws Exception {
        Process process = new WorkerCommand(WorkerSettings.DEFAULT).start(scratch);
        try {
            new DataOutputStream(process.getOutputStream()).writeInt(Integer.MAX_VALUE);
            process.getOutputStream().flush();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void reachesNoNetworkWhereTheSystemLetsUsCutIt() throws Exception {
        List<String> command = new ArrayList<>(NoNetwork.prefix());
        assumeFalse(command.isEmpty(), "this system has no way to cut a process off its network");
        command.addAll(List.of("cat", "/proc/net/dev"));
        assertThat(said(command).lines().filter(line -> line.contains(":")))
                .singleElement()
                .asString()
                .contains("lo:");
    }

    private static String said(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
