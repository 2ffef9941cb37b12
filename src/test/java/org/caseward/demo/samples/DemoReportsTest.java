package org.caseward.demo.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caseward.demo.Demo;
import org.caseward.demo.world.DemoWorld;
import org.caseward.report.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoReportsTest {
    private static final DemoWorld WORLD = DemoWorld.make();
    private static final List<Sample> SAMPLES = Demo.samples(WORLD);

    @Test
    void areAtLeastSixtyOverThreeChannelsMostOfThemClean() {
        assertThat(SAMPLES).hasSizeGreaterThanOrEqualTo(60);
        assertThat(SAMPLES).extracting(Sample::channel).contains(Channel.MLLP, Channel.FHIR, Channel.FAX);
        assertThat(SAMPLES).extracting(Sample::id).doesNotHaveDuplicates();
        assertThat(SAMPLES.stream().filter(s -> s.expected().state().equals("filed")))
                .hasSizeGreaterThan(SAMPLES.size() * 6 / 10);
    }

    @Test
    void areTheSameBytesAtEveryStart() {
        assertThat(Demo.samples(DemoWorld.make()))
                .extracting(Sample::sha256)
                .isEqualTo(SAMPLES.stream().map(Sample::sha256).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mllp|twin, the other twin's claim|in_review",
                "mllp|son, the father's claim|in_review",
                "fax|father's form with the son's suffix|in_review",
                "mllp|claim number of somebody else|in_review",
                "fax|claim and case number of somebody else|in_review",
                "mllp|no birth date, but SSN and employee number|filed",
                "fax|birth date, SSN and employee number left empty|in_review",
                "fax|work status report, fine, G4, upside down|filed",
                "fax|nothing but noise|in_review",
                "fax|TIFF cut off|quarantined",
                "fax|cover sheet alone|in_review",
                "fax|the same page faxed again|in_review",
                "fax|the PDF that came by FHIR|in_review",
                "mllp|garbage in a frame|quarantined",
                "mllp|bytes without a frame|none",
                "mllp|sender that nobody registered|quarantined",
                "mllp|unknown person|in_review",
                "mllp|case of another program|in_review",
                "mllp|correction of it (OBX-11 C)|in_review",
                "fhir|bundle without its patient|none"
            })
    void placeEveryFault(String fault) {
        String[] wanted = fault.split("\\|");
        assertThat(SAMPLES)
                .filteredOn(
                        s -> s.channel().code().equals(wanted[0]) && s.what().equals(wanted[1]))
                .isNotEmpty()
                .allMatch(s -> s.expected().state().equals(wanted[2]));
    }

    @Test
    void repeatADeliveryOnEveryChannelWithoutAReceiptOfItsOwn() {
        assertThat(SAMPLES)
                .filteredOn(s -> s.expected().isKept() && s.expected().receipts() == 0)
                .extracting(Sample::channel)
                .containsExactlyInAnyOrder(Channel.MLLP, Channel.FHIR, Channel.FAX);
    }

    @Test
    void goByMailTooWhereThereIsAMailbox() {
        List<Sample> mailed = DemoReports.of(
                        WORLD, new FaxLines("+1", "+2", "+3"), true, java.util.Optional.of("reports@police.example"))
                .stream()
                .filter(s -> s.channel() == Channel.EMAIL)
                .toList();
        assertThat(mailed)
                .extracting(s -> s.expected().state())
                .containsExactly("filed", "filed", "filed", "filed", "quarantined", "quarantined");
        assertThat(mailed).extracting(Sample::controlId).allMatch(id -> id.startsWith("<"));
    }

    @Test
    void showNothingOfAPersonInTheTable() {
        List<String> personal = WORLD.personalStrings().toList();
        assertThat(SAMPLES).allSatisfy(s -> assertThat(personal).noneMatch(s.what()::contains));
    }

    @Test
    void writeHl7ThatParsesAndCarriesItsControlId() throws Exception {
        try (DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            GenericParser parser = context.getGenericParser();
            for (Sample sample : SAMPLES) {
                if (sample.channel() == Channel.MLLP && !sample.controlId().isEmpty()) {
                    String message = new String(sample.delivery().bytes(), StandardCharsets.UTF_8);
                    assertThat(new Terser(parser.parse(message)).get("MSH-10")).isEqualTo(sample.controlId());
                }
            }
        }
    }

    @Test
    void writeFhirThatParsesStrictly() {
        FhirContext r4 = FhirContext.forR4Cached();
        SAMPLES.stream()
                .filter(s -> s.channel() == Channel.FHIR && s.expected().isKept())
                .map(s -> new String(s.delivery().bytes(), StandardCharsets.UTF_8))
                .forEach(json -> assertThat(r4.newJsonParser()
                                .setParserErrorHandler(new StrictErrorHandler())
                                .parseResource(json))
                        .isNotNull());
    }

    @Test
    void waitForTheSampleTheyRepeatOrCorrectWhichComesBefore() {
        List<String> ids = SAMPLES.stream().map(Sample::id).toList();
        assertThat(SAMPLES)
                .filteredOn(s -> s.after().isPresent())
                .isNotEmpty()
                .allMatch(s -> ids.indexOf(s.after().orElseThrow()) < ids.indexOf(s.id()));
    }
}
