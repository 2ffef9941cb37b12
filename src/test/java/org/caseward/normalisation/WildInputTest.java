package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ca.uhn.hl7v2.HL7Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.caseward.report.FieldNames;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.Test;

/** Whatever stands in the fields, a report comes out, and no value it holds is empty. */
class WildInputTest {
    private static final MappingLibrary LIBRARY = new MappingLibrary("mappings");
    private static final Normalisation NORMALISATION = new Normalisation(LIBRARY);
    private static final Path CORPORA = Path.of("../shared/corpora/interop");

    @AfterContainer
    static void stopWatching() {
        LIBRARY.destroy();
    }

    @Provide
    static Arbitrary<String> wild() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withChars("0123456789/-.: ,^~&|[]xX").ofMaxLength(40),
                Arbitraries.of(
                        "Claim no:",
                        "Date of birth:",
                        "Work status: [X] off work [X] full duty",
                        "SSN: 123-45-6789",
                        "Restrictions:",
                        "\\.br\\",
                        "\\X0D\\",
                        "From: Through: Until:",
                        "$$$$,$$$$",
                        "((((",
                        "1/1/1",
                        "+".repeat(50)));
    }

    @Property(tries = 300)
    void anyTextInAnyHl7FieldComesThrough(@ForAll("wild") String a, @ForAll("wild") String b, @ForAll("wild") String c)
            throws HL7Exception {
        String[] texts = {clean(a), clean(b), clean(c)};
        StringBuilder message = new StringBuilder(
                "MSH|^~\\&|A|B|||20261101||" + (a.length() % 2 == 0 ? "MDM^T02" : "ORU^R01") + "|1|P|2.5\r");
        int next = 0;
        for (String segment : List.of("PID", "PV1", "ACC", "IN1", "DG1", "OBR", "TXA", "OBX", "NTE")) {
            message.append(segment);
            for (int field = 1; field <= 38; field++) {
                message.append('|').append(segment.equals("OBX") && field == 2 ? "TX" : texts[next++ % 3]);
            }
            message.append('\r');
        }
        checked(NORMALISATION.normalise(Reports.hl7(message.toString(), List.of())));
    }

    @Property(tries = 300)
    void anyWordsOnAPageComeThrough(@ForAll("wild") String a, @ForAll("wild") String b, @ForAll("wild") String c) {
        String layout = "WORK STATUS REPORT\n" + a + "   " + b + "\n" + c + "\nDate of injury: " + a
                + "\nPatient name: " + b + "\n" + c + " " + a;
        checked(NORMALISATION.normalise(Reports.document(Reports.pages(layout, "ocr", 0.5))));
    }

    @Test
    void everyPublicDocumentReferenceAndBundleComesThrough() throws IOException {
        Path examples = CORPORA.resolve("HL7_US-Core__CC0/input/examples");
        assumeThat(Files.isDirectory(examples))
                .as("public samples at " + examples)
                .isTrue();
        try (Stream<Path> files = Files.list(examples)) {
            for (Path file : files.filter(path ->
                            path.toString().toLowerCase(Locale.ROOT).matches(".*(documentreference|bundle).*\\.json"))
                    .toList()) {
                checked(NORMALISATION.normalise(Reports.fhir(Files.readString(file), List.of())));
            }
        }
    }

    private static void checked(Outcome<NormalisedReport> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Passed.class);
        NormalisedReport report = ((Outcome.Passed<NormalisedReport>) outcome).value();
        report.fields()
                .values()
                .forEach((name, values) -> assertThat(values).allSatisfy(value -> {
                    assertThat(value.value().isBlank()).isEqualTo(name.endsWith(".unreadable"));
                    assertThat(value.confidence()).isBetween(0.0, 1.0);
                    assertThat(value.evidence()).isNotEmpty();
                }));
        assertThat(report.fields().all(FieldNames.SSN_LAST4))
                .allSatisfy(value -> assertThat(value.raw()).matches("\\*{3}-\\*{2}-\\d{4}"));
    }

    private static String clean(String text) {
        return text.replaceAll("[\\r\\n]", " ");
    }
}
