package org.caseward.normalisation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.documents.Address;
import org.caseward.extraction.CdaDocument;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.extraction.Word;
import org.caseward.report.Box;
import org.caseward.report.Channel;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;

/** Extracted reports for tests, read here in the plainest way. */
final class Reports {
    private static final HapiContext HL7 = new DefaultHapiContext(new GenericModelClassFactory());
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Address ANYWHERE = new Address("pd-medical", "0".repeat(64));
    private static final double COLUMN = 0.01;
    private static final double LINE = 0.02;

    static {
        HL7.setValidationContext(ValidationContextFactory.noValidation());
    }

    private Reports() {}

    static ExtractedReport hl7(String text, List<Page> pages) throws HL7Exception {
        String message = text.replaceFirst("^\\uFEFF?\\v?", "").replaceAll("\\r?\\n", "\r");
        return extracted(new Source.Hl7(HL7.getPipeParser().parse(message)), pages);
    }

    static ExtractedReport fhir(String json, List<Page> pages) {
        return extracted(
                new Source.Fhir(FhirContext.forR4Cached()
                        .newJsonParser()
                        .setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false))
                        .parseResource(json)),
                pages);
    }

    static ExtractedReport clinical(byte[] xml, List<Page> pages) {
        return extracted(new Source.Cda(CdaDocument.parse(xml).document().orElseThrow()), pages);
    }

    /** The message with a clinical document inside, at that place. */
    static ExtractedReport carrying(ExtractedReport message, String at, byte[] xml) {
        CdaDocument document = new CdaDocument(
                at, CdaDocument.parse(xml).document().orElseThrow().root());
        return new ExtractedReport(
                message.received(), message.source(), message.pages(), List.of(), List.of(document), List.of());
    }

    static ExtractedReport document(List<Page> pages) {
        return extracted(new Source.Document("application/pdf"), pages);
    }

    /** The same, sent by a provider of the directory. */
    static ExtractedReport hl7By(String provider, String text) throws HL7Exception {
        return extracted(hl7(text, List.of()).source(), List.of(), Optional.of(provider));
    }

    static ExtractedReport extracted(Source source, List<Page> pages) {
        return extracted(source, pages, Optional.empty());
    }

    static ExtractedReport extracted(Source source, List<Page> pages, Optional<String> provider) {
        ReceivedReport received = new ReceivedReport(
                ReportId.next(),
                ReceiptId.next(),
                "R-TEST-1",
                Channel.MLLP,
                "test",
                List.of("pd-medical"),
                "pd-medical",
                provider,
                "1",
                "application/octet-stream",
                new byte[0],
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
        return new ExtractedReport(received, source, pages, List.of());
    }

    /** Pages out of text as a typewriter would set it: a column is a hundredth of the page, a line a fiftieth; form feeds part pages. */
    static List<Page> pages(String layout, String method, double confidence) {
        List<Page> pages = new ArrayList<>();
        for (String sheet : layout.split("\f", -1)) {
            pages.add(page(pages.size() + 1, sheet, method, confidence));
        }
        return pages;
    }

    private static Page page(int number, String layout, String method, double confidence) {
        List<Word> words = new ArrayList<>();
        List<String> lines = layout.lines().toList();
        for (int row = 0; row < lines.size(); row++) {
            Matcher matcher = WORD.matcher(lines.get(row));
            while (matcher.find()) {
                Box box = new Box(
                        matcher.start() * COLUMN, row * LINE, (matcher.end() - matcher.start()) * COLUMN, LINE * 0.7);
                words.add(new Word(matcher.group(), box, confidence));
            }
        }
        return new Page(number, ANYWHERE, 850, 1100, words, method, 0);
    }
}
