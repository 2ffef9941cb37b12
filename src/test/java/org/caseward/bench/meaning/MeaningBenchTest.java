package org.caseward.bench.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.Test;

class MeaningBenchTest {
    @Test
    void itsSamplesHaveTheSizesTheyAreMeasuredByAndSayAllThatACaseNeeds() throws Exception {
        assertThat(Messages.result(7)).hasSizeBetween(1_400, 1_900);
        assertThat(Messages.document(7)).hasSizeBetween(4_800, 5_400);
        assertThat(ClinicalSample.of(7)).hasSizeBetween(39_000, 42_000);
        try (Reader reader = new Reader()) {
            whole(reader, Reader.HL7, Messages.result(7));
            whole(reader, Reader.HL7, Messages.document(7));
            whole(reader, Reader.CDA, ClinicalSample.of(7));
        }
    }

    private static void whole(Reader reader, String type, String sample) {
        Outcome<NormalisedReport> read = reader.read(type, sample.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(Outcome.Passed.class);
        NormalisedReport report = ((Outcome.Passed<NormalisedReport>) read).value();
        assertThat(report.type()).isEqualTo(DocumentType.PROGRESS_NOTE);
        assertThat(report.fields().values())
                .containsKeys(
                        FieldNames.FAMILY,
                        FieldNames.BIRTH_DATE,
                        FieldNames.CLAIM_NUMBER,
                        FieldNames.INJURY_DATE,
                        FieldNames.DIAGNOSIS,
                        FieldNames.PROVIDER_NPI,
                        FieldNames.WORK_STATUS,
                        FieldNames.WORK_STATUS_THROUGH);
    }
}
