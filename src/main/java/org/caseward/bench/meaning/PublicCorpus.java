package org.caseward.bench.meaning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Outcome;

/** Public samples beside the project: what becomes a record, what is refused with a reason, and what fails without one. */
final class PublicCorpus {
    static final Path FOLDER = Path.of("../shared/corpora/interop");

    private final Reader reader;

    PublicCorpus(Reader reader) {
        this.reader = reader;
    }

    /**
     * @param reasons how often each
     * @param faults files on which something broke without a reason
     */
    record Count(int records, Map<String, Integer> reasons, List<String> faults) {
        int all() {
            return records + reasons.values().stream().mapToInt(n -> n).sum() + faults.size();
        }

        double share() {
            return all() == 0 ? 0 : (double) records / all();
        }
    }

    private final class Tally {
        private int records;
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();

        void read(Path file, String mediaType, byte[] content) {
            try {
                switch (reader.read(mediaType, content)) {
                    case Outcome.Passed<NormalisedReport> passed -> records++;
                    case Outcome.Refused<NormalisedReport> refused ->
                        reasons.merge(refused.reason().code(), 1, Integer::sum);
                }
            } catch (RuntimeException | StackOverflowError fault) {
                faults.add(file + ": " + fault.getClass().getSimpleName());
            }
        }

        Count count() {
            return new Count(records, reasons, faults);
        }
    }

    /** A file of several messages is parted at its headers, as intake does. */
    Count messages() throws IOException {
        Tally tally = new Tally();
        for (Path file : files(".*\\.(hl7|txt)")) {
            // one byte a character, so that whatever its character set is, the bytes stay as they are
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replaceAll("\r\n|\n", "\r");
            for (String part : text.split("(?<=\r)(?=MSH)")) {
                String message = part.replaceFirst("^(?s).*?(?=MSH\\W)", "");
                if (message.startsWith("MSH")) {
                    tally.read(file, Reader.HL7, message.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return tally.count();
    }

    Count clinicalDocuments() throws IOException {
        Tally tally = new Tally();
        for (Path file : files(".*\\.(xml|cda|ccda)")) {
            byte[] bytes = Files.readAllBytes(file);
            String start = new String(bytes, 0, Math.min(bytes.length, 4_000), StandardCharsets.ISO_8859_1);
            if (start.matches("(?s).*<(?:\\w+:)?ClinicalDocument\\b.*")) {
                tally.read(file, Reader.CDA, bytes);
            }
        }
        return tally.count();
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().toLowerCase(Locale.ROOT).matches(name))
                    .sorted()
                    .toList();
        }
    }
}
