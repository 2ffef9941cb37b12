package org.caseward.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSH's {@code sftp}, as a provider runs it. */
public final class SftpPeer {
    private final Path home;
    private final String user;
    private final int port;
    private final Path knownHosts;

    /** @param home where its key lies; made where there is none */
    public SftpPeer(Path home, String user, int port, Path knownHosts) throws IOException, InterruptedException {
        this.home = Files.createDirectories(home);
        this.user = user;
        this.port = port;
        this.knownHosts = knownHosts;
        if (!Files.exists(key())) {
            keygen(key());
        }
    }

    public static boolean installed() {
        return onPath("sftp") && onPath("ssh-keygen");
    }

    public static boolean onPath(String program) {
        return java.util.Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public static void keygen(Path file) throws IOException, InterruptedException {
        run(10, "", List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.toString()));
    }

    /** What a program said and how it ended. */
    public record Said(int code, String words) {}

    public Path key() {
        return home.resolve("key");
    }

    public String publicKey() throws IOException {
        return Files.readString(home.resolve("key.pub")).strip();
    }

    /** Runs a batch: lines as {@code put -p here there}. A failing line ends it. */
    public Said batch(String... lines) throws IOException, InterruptedException {
        return run(40, String.join("\n", lines) + "\n", command("sftp", "-b", "-", "-P", Integer.toString(port)));
    }

    /** Starts a batch that the test ends itself. */
    public Process start(List<String> more) throws IOException {
        List<String> all = command("sftp", "-P", Integer.toString(port));
        all.addAll(1, more);
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    /** Runs {@code ssh} with words after the host. */
    public Said ssh(String... words) throws IOException, InterruptedException {
        List<String> all = command("ssh", "-p", Integer.toString(port));
        all.addAll(List.of(words));
        return run(20, "", all);
    }

    /** Runs {@code scp} in its old protocol. */
    public Said scp(Path file) throws IOException, InterruptedException {
        List<String> all = command("scp", "-O", "-P", Integer.toString(port));
        String host = all.removeLast();
        all.add(file.toString());
        all.add(host + ":");
        return run(20, "", all);
    }

    private List<String> command(String program, String... options) {
        List<String> all = new ArrayList<>(List.of(program));
        all.addAll(List.of(options));
        for (String option : List.of(
                "BatchMode=yes",
                "StrictHostKeyChecking=yes",
                "UserKnownHostsFile=" + knownHosts,
                "GlobalKnownHostsFile=/dev/null",
                "IdentitiesOnly=yes",
                "IdentityAgent=none",
                "ConnectTimeout=10",
                "IdentityFile=" + key())) {
            all.add("-o");
            all.add(option);
        }
        all.add(user + "@127.0.0.1");
        return all;
    }

    public static Said run(int seconds, String input, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        watch.interrupt();
        return new Said(code, words);
    }
}
