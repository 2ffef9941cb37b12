package org.caseward.bench.meaning;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** LinuxForHealth's hl7v2-fhir-converter in a process and on a class path of its own; it is a part of tests only. Needs Maven and the project's sources. */
final class OtherConverter {
    private static final Path HOME = Path.of("src/test/linuxforhealth");
    private static final long PATIENCE_SECONDS = 180;

    private OtherConverter() {}

    /** Messages a second of its processor time; nothing where it can't be run here. */
    static Optional<Double> rate(List<String> messages, int seconds) throws IOException, InterruptedException {
        if (!Files.exists(HOME.resolve("pom.xml"))) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("caseward-other");
        try {
            Path classPath = folder.resolve("classpath");
            Path input = Files.writeString(folder.resolve("messages"), String.join("\f", messages));
            boolean resolved = ended(
                    folder,
                    "mvn",
                    "-q",
                    "-B",
                    "-f",
                    HOME.resolve("pom.xml").toString(),
                    "dependency:build-classpath",
                    "-Dmdep.outputFile=" + classPath);
            return resolved ? converted(folder, Files.readString(classPath), input, seconds) : Optional.empty();
        } finally {
            deleted(folder);
        }
    }

    private static Optional<Double> converted(Path folder, String classPath, Path input, int seconds)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        boolean done = ended(
                folder,
                java,
                "-Xmx1g",
                "-cp",
                classPath.strip(),
                HOME.resolve("ConvertPeer.java").toString(),
                input.toString(),
                Integer.toString(seconds));
        return done
                ? Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.startsWith("RESULT "))
                        .map(line -> Double.parseDouble(line.split(" ")[1]))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean ended(Path folder, String... command) throws IOException, InterruptedException {
        File nowhere = folder.resolve("err").toFile();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(folder.resolve("out").toFile())
                    .redirectError(nowhere)
                    .start();
        } catch (IOException noSuchProgram) {
            return false;
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static void deleted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
