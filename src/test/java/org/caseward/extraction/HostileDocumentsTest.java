package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken and odd documents, each of which must end: as text, with a note, or refused with a reason. */
class HostileDocumentsTest {
    private static final Path SAMPLES = Path.of("../shared/corpora/hostile");
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "tif", "image/tiff",
            "tiff", "image/tiff",
            "png", "image/png",
            "jpg", "image/jpeg");

    @Test
    @Timeout(120)
    void everyOneEnds() {
        assumeTrue(Files.isDirectory(SAMPLES), "no public samples beside the project: " + SAMPLES);
        List<Path> samples = Stream.of("tika", "twelvemonkeys-tiff")
                .flatMap(HostileDocumentsTest::files)
                .toList();
        assertThat(samples).hasSizeGreaterThan(100);
        try (Reader reader = new Reader(fewPages(), 2)) {
            samples.parallelStream().forEach(file -> ends(reader, file));
        }
    }

    /** The two long ones are refused, which saves their time. */
    private static ReadingLimits fewPages() {
        return new ReadingLimits(100, 5, 200, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private static void ends(Reader reader, Path file) {
        switch (reader.extract(TYPES.getOrDefault(ending(file), ""), bytes(file))) {
            case Outcome.Passed<ExtractedReport>(ExtractedReport report) ->
                assertThat(words(report) > 0 || !report.notes().isEmpty())
                        .as("%s passed without a word or a note", file.getFileName())
                        .isTrue();
            case Outcome.Refused<ExtractedReport> refused ->
                assertThat(refused.reason().text()).isNotBlank();
        }
    }

    private static long words(ExtractedReport report) {
        return report.pages().stream().mapToLong(page -> page.words().size()).sum();
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> all = Files.walk(SAMPLES.resolve(folder))) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(file -> TYPES.containsKey(ending(file)))
                    .sorted()
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
