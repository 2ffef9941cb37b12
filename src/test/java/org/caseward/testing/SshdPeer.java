package org.caseward.testing;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH's {@code sshd} on a loopback port with keys and settings of its own, as a provider's server. */
public final class SshdPeer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path home;
    private final int port;
    private final Process process;

    private SshdPeer(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    public static boolean installed() {
        return Files.isExecutable(SSHD) && SftpPeer.onPath("ssh-keygen");
    }

    /** Starts it on a port; whoever has the key {@code client} may log in as the user that runs the tests. */
    public static SshdPeer start(Path home, int port) throws IOException, InterruptedException {
        for (String key : List.of("host", "client", "other")) {
            if (!Files.exists(home.resolve(key))) {
                SftpPeer.keygen(home.resolve(key));
            }
        }
        if (Files.isWritable(Path.of("/run"))) {
            // sshd started by root wants this folder
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Path config = home.resolve("sshd_config");
        Files.writeString(config, """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                PidFile none
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                PermitRootLogin prohibit-password
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                Subsystem sftp internal-sftp
                """.formatted(port, home.resolve("host"), home.resolve("client.pub")));
        Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("sshd.log").toFile())
                .start();
        SshdPeer peer = new SshdPeer(home, port, process);
        peer.await();
        return peer;
    }

    private void await() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("sshd did not start: " + Files.readString(home.resolve("sshd.log")));
    }

    public int port() {
        return port;
    }

    public String user() {
        return System.getProperty("user.name");
    }

    /** The public key that it shows. */
    public String hostKey() throws IOException {
        return Files.readString(home.resolve("host.pub")).strip();
    }

    /** A public key that it does not show. */
    public String otherKey() throws IOException {
        return Files.readString(home.resolve("other.pub")).strip();
    }

    public byte[] clientKey() throws IOException {
        return Files.readAllBytes(home.resolve("client"));
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
    }
}
