package org.caseward.matching;

import ca.uhn.hl7v2.model.GenericMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.casefile.CaseFile;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.normalisation.SourceStatus;
import org.caseward.report.Channel;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.caseward.report.Reason;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;

/** Normalised reports as the stages before would hand them over, built field by field. */
public final class ReportFixtures {
    private final Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    private List<String> programs = List.of("pd");
    private DocumentType type = DocumentType.PROGRESS_NOTE;
    private SourceStatus status = SourceStatus.ORIGINAL;
    private Optional<ReportId> copyOf = Optional.empty();
    private Source source = new Source.Document("application/pdf");
    private List<Page> pages = List.of();
    private List<Reason> notes = List.of();

    private ReportFixtures() {}

    public static ReportFixtures report() {
        return new ReportFixtures();
    }

    /** Says all that identifies this case and its person, without a fault. */
    public static ReportFixtures reportOn(CaseFile file) {
        ReportFixtures report = report().programs(file.program())
                .with(FieldNames.FAMILY, file.person().family())
                .with(FieldNames.GIVEN, file.person().given())
                .with(FieldNames.CLAIM_NUMBER, file.caseNumber());
        report.maybe(FieldNames.BIRTH_DATE, file.person().birthDate());
        report.maybe(FieldNames.SEX, file.person().sex());
        report.maybe(FieldNames.SUFFIX, file.person().suffix());
        report.maybe(FieldNames.INJURY_DATE, file.injuryDate());
        return report;
    }

    private void maybe(String name, @Nullable Object value) {
        if (value != null) {
            with(name, value.toString());
        }
    }

    public ReportFixtures programs(String... serves) {
        programs = List.of(serves);
        return this;
    }

    /** Sets a field to these values and no others. */
    public ReportFixtures with(String name, String... values) {
        fields.put(name, new ArrayList<>());
        for (String value : values) {
            fields.get(name).add(new FieldValue(value, value, 1, "text-layer", List.of()));
        }
        return this;
    }

    public ReportFixtures read(String name, String value, String raw, double confidence) {
        fields.put(name, List.of(new FieldValue(value, raw, confidence, "ocr", List.of())));
        return this;
    }

    /** A further value of a field that has one. */
    public ReportFixtures alsoRead(String name, String value, double confidence) {
        List<FieldValue> values = new ArrayList<>(fields.getOrDefault(name, List.of()));
        values.add(new FieldValue(value, value, confidence, "ocr", List.of()));
        fields.put(name, values);
        return this;
    }

    public ReportFixtures without(String name) {
        fields.remove(name);
        return this;
    }

    public ReportFixtures type(DocumentType as) {
        type = as;
        return this;
    }

    public ReportFixtures status(SourceStatus.Kind kind) {
        status = new SourceStatus(kind, Optional.empty(), Optional.empty());
        return this;
    }

    public ReportFixtures copy() {
        copyOf = Optional.of(ReportId.next());
        return this;
    }

    public ReportFixtures hl7() {
        source = new Source.Hl7(new GenericMessage.V25(new ca.uhn.hl7v2.parser.DefaultModelClassFactory()));
        return this;
    }

    public ReportFixtures source(Source of) {
        source = of;
        return this;
    }

    /** What could not be read of it. */
    public ReportFixtures notes(Reason... unread) {
        notes = List.of(unread);
        return this;
    }

    public ReportFixtures pages(Page... read) {
        pages = List.of(read);
        return this;
    }

    public NormalisedReport build() {
        ReceivedReport received = new ReceivedReport(
                ReportId.next(),
                ReceiptId.next(),
                "R-1",
                Channel.FAX,
                "fax",
                programs,
                programs.getFirst(),
                Optional.empty(),
                "1",
                "application/pdf",
                new byte[0],
                List.of(),
                copyOf,
                Instant.EPOCH);
        return new NormalisedReport(
                new ExtractedReport(received, source, pages, List.of(), notes),
                type,
                Fields.of(fields),
                List.of(),
                status);
    }
}
