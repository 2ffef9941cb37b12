package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.Normalisation;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every public HL7 v2 message becomes a record, or is refused with a reason; the shares are printed. */
class Hl7CorpusTest {
    private static final Path CORPORA = Path.of("../shared/corpora/interop");
    private static final String HL7 = "x-application/hl7-v2+er7";
    private static final Reader READER = new Reader();
    private static final MappingLibrary LIBRARY = new MappingLibrary("mappings");
    private static final Normalisation NORMALISATION = new Normalisation(LIBRARY);

    /** What became of one message. */
    private record Became(Path file, String type, Optional<NormalisedReport> record, String reason) {
        boolean has(String field) {
            return record.flatMap(report -> report.fields().text(field)).isPresent();
        }
    }

    @AfterAll
    static void stop() {
        READER.close();
        LIBRARY.destroy();
    }

    @Test
    void everyMessageBecomesARecordOrIsRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(CORPORA), "no public samples beside the project: " + CORPORA);
        List<Became> all = new ArrayList<>();
        for (Path file : files()) {
            for (byte[] message : messages(file)) {
                all.add(became(file, message));
            }
        }
        long records = all.stream().filter(one -> one.record().isPresent()).count();
        print(all, records);
        assertThat(all)
                .hasSizeGreaterThan(300)
                .allSatisfy(one -> assertThat(
                                one.record().isPresent() || !one.reason().isBlank())
                        .isTrue());
        assertThat(records).isGreaterThanOrEqualTo((long) Math.ceil(all.size() * 0.97));
    }

    private static Became became(Path file, byte[] message) {
        String type = type(message);
        return switch (READER.extract(HL7, message)) {
            case Outcome.Refused<ExtractedReport> refused ->
                new Became(file, type, Optional.empty(), refused.reason().code());
            case Outcome.Passed<ExtractedReport>(ExtractedReport read) -> {
                Outcome<NormalisedReport> outcome = NORMALISATION.normalise(read);
                yield new Became(
                        file,
                        type,
                        outcome instanceof Outcome.Passed<NormalisedReport>(NormalisedReport report)
                                ? Optional.of(report)
                                : Optional.empty(),
                        "");
            }
        };
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(CORPORA)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A file with a message in it, parted at its headers as the doors part a batch; a header that is broken stays one. */
    private static List<byte[]> messages(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String start = text.replaceFirst("^(?:\\u00ef\\u00bb\\u00bf|\\u000b|\\s)+", "");
        if (!start.matches("(?s)(?:MSH|FHS|BHS)\\|.*")) {
            return List.of();
        }
        return Arrays.stream(text.split("(?<=[\\r\\n])(?=MSH\\|)"))
                .filter(part -> part.contains("MSH|"))
                .map(part -> part.replaceAll("(?<=[\\r\\n])(?:FHS|BHS|BTS|FTS)\\|[^\\r\\n]*", ""))
                .map(part -> part.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static String type(byte[] message) {
        String[] fields = new String(message, StandardCharsets.ISO_8859_1).split("\\|", 10);
        return fields.length > 8 ? fields[8].split("\\^")[0] : "?";
    }

    private static void print(List<Became> all, long records) {
        System.out.printf(
                "public HL7 v2 messages: %d, records %d (%.1f %%)%n",
                all.size(), records, 100.0 * records / all.size());
        all.stream()
                .filter(one -> one.record().isEmpty())
                .collect(Collectors.groupingBy(Became::reason, TreeMap::new, Collectors.counting()))
                .forEach((reason, count) -> System.out.printf("  refused %-20s %d%n", reason, count));
        Map<String, List<Became>> byType = all.stream()
                .filter(one -> one.record().isPresent())
                .collect(Collectors.groupingBy(Became::type, TreeMap::new, Collectors.toList()));
        System.out.printf(
                "  %-8s %5s %6s %6s %6s %6s %6s %6s %8s %6s%n",
                "", "count", "family", "birth", "mrn", "author", "npi", "date", "doc type", "fields");
        byType.forEach((type, some) -> System.out.printf(
                "  %-8s %5d %6s %6s %6s %6s %6s %6s %8s %6.1f%n",
                type,
                some.size(),
                share(some, FieldNames.FAMILY),
                share(some, FieldNames.BIRTH_DATE),
                share(some, FieldNames.MRN),
                share(some, FieldNames.PROVIDER_NAME),
                share(some, FieldNames.PROVIDER_NPI),
                share(some, FieldNames.SERVICE_DATE),
                percent(
                        some.stream()
                                .filter(one -> one.record().orElseThrow().type() != DocumentType.UNKNOWN)
                                .count(),
                        some.size()),
                some.stream()
                        .mapToInt(one ->
                                one.record().orElseThrow().fields().values().size())
                        .average()
                        .orElse(0)));
    }

    private static String share(List<Became> some, String field) {
        return percent(some.stream().filter(one -> one.has(field)).count(), some.size());
    }

    private static String percent(long part, int whole) {
        return Math.round(100.0 * part / whole) + " %";
    }
}
