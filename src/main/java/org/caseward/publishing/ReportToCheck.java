package org.caseward.publishing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.caseward.intake.Receipts;
import org.caseward.publishing.fhir.FhirRecords;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.caseward.validation.Checkable;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a report is held against the profiles: of FHIR what its sender sent, of all else the record that we make of it. */
@Component
class ReportToCheck implements Checkable {
    private static final String FHIR_TYPE = "application/fhir+";
    /** Characters, without documents inside: some 2 s of the validator. */
    private static final int LARGEST = 512 * 1024;

    private final JdbcClient jdbc;
    private final Receipts receipts;
    private final FhirContext context = FhirContext.forR4Cached();

    ReportToCheck(JdbcClient jdbc, Receipts receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    @Override
    public Optional<Resource> of(ReportId report) {
        return FiledReports.find(jdbc, report.value())
                .flatMap(found -> found.mediaType()
                                .filter(type -> type.startsWith(FHIR_TYPE))
                                .isPresent()
                        ? Optional.ofNullable(receipts.open(report)).flatMap(this::received)
                        : Optional.of(FhirRecords.bundle(found)));
    }

    private Optional<Resource> received(ReceivedReport report) {
        IParser parser = report.mediaType().startsWith("application/fhir+xml")
                ? context.newXmlParser()
                : context.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
        try {
            IBaseResource parsed = parser.parseResource(new String(report.content(), StandardCharsets.UTF_8));
            withoutDocuments(parsed);
            return parsed instanceof Resource resource
                            && context.newJsonParser()
                                            .encodeResourceToString(resource)
                                            .length()
                                    <= LARGEST
                    ? Optional.of(resource)
                    : Optional.empty();
        } catch (DataFormatException | ClassCastException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    /** A document of megabytes says nothing to a profile; one byte stands for it. */
    private void withoutDocuments(IBaseResource resource) {
        byte[] one = {' '};
        context.newTerser().getAllPopulatedChildElementsOfType(resource, Attachment.class).stream()
                .filter(Attachment::hasData)
                .forEach(attachment -> attachment.setData(one));
        context.newTerser().getAllPopulatedChildElementsOfType(resource, Binary.class).stream()
                .filter(Binary::hasData)
                .forEach(binary -> binary.setData(one));
    }
}
