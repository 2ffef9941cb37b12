package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.Normalisation;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Channel;
import org.caseward.report.Outcome;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.junit.jupiter.api.Test;

/** Public clinical documents, each of which must end as a record or be refused with a reason. */
class PublicClinicalDocumentsTest {
    private static final Path SAMPLES = Path.of("../shared/corpora");
    private static final double RECORDS = 0.97;
    private static final List<String> WANTED = List.of(
            "patient.family",
            "patient.birthDate",
            "patient.sex",
            "patient.mrn",
            "serviceDate",
            "provider.name",
            "diagnosis");

    private final List<String> refused = new ArrayList<>();
    private final Map<String, Integer> found = new TreeMap<>();
    private int records;

    @Test
    void everyOneBecomesARecordOrIsRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "no public samples beside the project: " + SAMPLES);
        MappingLibrary library = new MappingLibrary("mappings");
        try {
            for (Path file : files()) {
                byte[] content = Files.readAllBytes(file);
                if (CdaDocuments.is(content)) {
                    read(file, content, new Normalisation(library));
                }
            }
        } finally {
            library.destroy();
        }
        int all = records + refused.size();
        System.out.printf("clinical documents: %d, records %d, refused %s%nfields %s%n", all, records, refused, found);
        assertThat(all).isGreaterThan(50);
        assertThat((double) records / all).isGreaterThanOrEqualTo(RECORDS);
    }

    private void read(Path file, byte[] content, Normalisation normalisation) {
        CdaDocument.Parsed parsed = CdaDocument.parse(content);
        if (parsed.refusal().isPresent()) {
            assertThat(parsed.refusal().get().text()).isNotBlank();
            refused.add(file.getFileName() + " " + parsed.refusal().get().code());
            return;
        }
        CdaDocument document = parsed.document().orElseThrow();
        assertThat(CdaSheet.of(document)).doesNotContain("<script");
        CdaBodies.of(document);
        var outcome = normalisation.normalise(
                new ExtractedReport(received(content), new Source.Cda(document), List.of(), List.of()));
        NormalisedReport report = ((Outcome.Passed<NormalisedReport>) outcome).value();
        records++;
        WANTED.stream()
                .filter(name -> report.fields().text(name).isPresent())
                .forEach(name -> found.merge(name, 1, Integer::sum));
        found.merge("type " + report.type().code(), 1, Integer::sum);
        if (Boolean.getBoolean("show")) {
            System.out.println("#### " + file.getFileName() + " "
                    + report.type().code() + "\n"
                    + report.fields().values().entrySet().stream()
                            .map(entry -> entry.getKey() + " = "
                                    + entry.getValue().stream()
                                            .map(v -> v.value())
                                            .limit(6)
                                            .toList())
                            .collect(java.util.stream.Collectors.joining("\n")));
        }
    }

    static ReceivedReport received(byte[] content) {
        return new ReceivedReport(
                ReportId.next(),
                ReceiptId.next(),
                "R-1",
                Channel.SFTP,
                "test",
                List.of("pd-medical"),
                "pd-medical",
                Optional.empty(),
                "1",
                "text/xml",
                content,
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .matches(".*\\.(xml|ccda|cda)"))
                    .sorted()
                    .toList();
        }
    }
}
