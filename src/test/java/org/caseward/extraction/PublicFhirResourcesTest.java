package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.Normalisation;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Outcome;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;

/** Public FHIR resources of every kind, some of each, each of which must end as a record or be refused with a reason. */
class PublicFhirResourcesTest {
    private static final Path SAMPLES = Path.of("../shared/corpora/interop");
    private static final double RECORDS = 0.97;
    /** Of the hundred observations that are all alike, some do; {@code -Dsamples=all} reads every one. */
    private static final int MOST_OF_A_KIND = "all".equals(System.getProperty("samples")) ? Integer.MAX_VALUE : 12;

    private final FhirResources resources = new FhirResources(FhirContext.forR4Cached());
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> found = new TreeMap<>();
    private int records;

    @Test
    void everyOneBecomesARecordOrIsRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "no public samples beside the project: " + SAMPLES);
        MappingLibrary library = new MappingLibrary("mappings");
        try {
            for (Path file : files()) {
                read(file, new Normalisation(library));
            }
        } finally {
            library.destroy();
        }
        int all = records + refused.size();
        System.out.printf(
                "FHIR resources: %d, records %d, refused %s%nkinds %s%nfields %s%n",
                all, records, refused, kinds, found);
        assertThat(all).isGreaterThan(100);
        assertThat((double) records / all).isGreaterThanOrEqualTo(RECORDS);
    }

    private void read(Path file, Normalisation normalisation) throws IOException {
        try {
            IBaseResource resource = resources.parse(Files.readAllBytes(file), "application/fhir+json");
            if (kinds.merge(resource.fhirType(), 1, Integer::sum) > MOST_OF_A_KIND) {
                return;
            }
            var outcome = normalisation.normalise(new ExtractedReport(
                    PublicClinicalDocumentsTest.received(new byte[0]),
                    new Source.Fhir(resource),
                    List.of(),
                    List.of()));
            NormalisedReport report = ((Outcome.Passed<NormalisedReport>) outcome).value();
            records++;
            report.fields().values().keySet().forEach(name -> found.merge(name, 1, Integer::sum));
        } catch (UnreadableException unreadable) {
            refused.add(file.getFileName() + " " + unreadable.reason().code());
        }
    }

    /** STU3 samples are no R4, and definitions of examples are no reports. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            List<Path> found = new ArrayList<>();
            for (Path file : all.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (!file.toString().contains("Stu3")
                        && new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains("\"resourceType\"")) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
