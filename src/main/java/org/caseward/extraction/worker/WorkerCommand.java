package org.caseward.extraction.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a worker: this JVM's own Java and class path, little memory, no network, no environment. */
final class WorkerCommand {
    private final WorkerSettings settings;
    private final List<String> withoutNetwork = NoNetwork.prefix();

    WorkerCommand(WorkerSettings settings) {
        this.settings = settings;
    }

    Process start(Path scratch) throws IOException {
        Path cache = Files.createDirectories(settings.cacheFolder());
        ProcessBuilder builder = new ProcessBuilder(line(scratch, cache)).directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LANG", "C.UTF-8");
        return builder.start();
    }

    private List<String> line(Path scratch, Path cache) {
        List<String> line = new ArrayList<>(withoutNetwork);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-Xmx" + settings.heap(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // what the JVM itself says must not get between the frames either
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + scratch.resolve("crash.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                // libraries complain of documents by quoting them; nobody listens
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Djava.io.tmpdir=" + scratch,
                "-Duser.home=" + scratch,
                "-Dpdfbox.fontcache=" + cache,
                "-Dorg.bytedeco.javacpp.cachedir=" + cache));
        line.addAll(List.of("-cp", classPath(), WorkerMain.class.getName(), cache.toString()));
        return line;
    }

    /** Made absolute, since a worker runs in its scratch folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
