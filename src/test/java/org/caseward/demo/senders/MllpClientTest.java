package org.caseward.demo.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MllpClientTest {
    private static final byte[] MESSAGE = "MSH|^~\\&|A|B|C|D|||ORU^R01|1|P|2.5.1\r".getBytes(StandardCharsets.UTF_8);

    @Test
    void framesTheMessageAndReadsTheAcknowledgement() throws Exception {
        try (ServerSocket server = server()) {
            CompletableFuture<byte[]> received =
                    serve(server, MESSAGE.length + 3, "\u000bMSH|^~\\&|H\rMSA|AR|1|unknown sender\r\u001c\r");

            Answer answer = client(server, 5_000).send(MESSAGE);

            assertThat(answer).isEqualTo(new Answer("AR", "unknown sender"));
            assertThat(received.get()[0]).isEqualTo((byte) 0x0b);
            assertThat(received.get()).endsWith(0x1c, 0x0d).hasSize(MESSAGE.length + 3);
        }
    }

    @Test
    void tellsAConnectionThatWasClosedWithoutAnAnswer() throws Exception {
        try (ServerSocket server = server()) {
            serve(server, 5, "");

            assertThat(client(server, 5_000)
                            .sendUnframed("hello".getBytes(StandardCharsets.UTF_8))
                            .code())
                    .isEqualTo("closed");
        }
    }

    @Test
    void tellsAConnectionThatStaysOpenWithoutAnAnswer() throws Exception {
        try (ServerSocket server = server()) {
            assertThat(client(server, 200)
                            .sendUnframed("hello".getBytes(StandardCharsets.UTF_8))
                            .code())
                    .isEqualTo("open");
        }
    }

    @Test
    void triesAgainWhereTheReceiverCouldNotKeepIt() throws Exception {
        int[] tries = {0};
        Sending flaky = () -> switch (++tries[0]) {
            case 1 -> throw new IOException("refused");
            case 2 -> new Answer("AE", "busy");
            default -> new Answer("AA", "");
        };

        assertThat(flaky.patiently(5, 1).code()).isEqualTo("AA");
        assertThat(tries[0]).isEqualTo(3);
    }

    @Test
    void givesUpAfterItsTries() {
        Sending dead = () -> {
            throw new IOException("refused");
        };

        assertThatThrownBy(() -> dead.patiently(3, 1))
                .isInstanceOf(IOException.class)
                .hasMessage("refused");
    }

    @Test
    void doesNotArgueWithARefusal() throws Exception {
        int[] tries = {0};
        Sending refusing = () -> {
            tries[0]++;
            return new Answer("AR", "no MSH");
        };

        assertThat(refusing.patiently(5, 1).code()).isEqualTo("AR");
        assertThat(tries[0]).isEqualTo(1);
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static MllpClient client(ServerSocket server, int patience) {
        return new MllpClient("127.0.0.1", server.getLocalPort(), patience);
    }

    private static CompletableFuture<byte[]> serve(ServerSocket server, int length, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                byte[] received = socket.getInputStream().readNBytes(length);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                return received;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
