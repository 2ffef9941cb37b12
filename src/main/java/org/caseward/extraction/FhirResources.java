package org.caseward.extraction;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.caseward.report.DoubledKeys;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.stereotype.Component;

/** Parses FHIR R4. The channel has already been strict with the sender; here what can be understood is. */
@Component
class FhirResources {
    private final FhirContext context;

    FhirResources(FhirContext context) {
        this.context = context;
    }

    /** @param mediaType {@code application/fhir+json} or {@code application/fhir+xml} */
    IBaseResource parse(byte[] content, String mediaType) throws UnreadableException {
        if (mediaType.startsWith("application/fhir+json")) {
            refuseDoubled(content);
        }
        IParser parser =
                mediaType.startsWith("application/fhir+xml") ? context.newXmlParser() : context.newJsonParser();
        // says nothing in the log: its complaints quote values
        parser.setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
        try {
            return parser.parseResource(
                    new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
        } catch (DataFormatException | ClassCastException | StackOverflowError broken) {
            throw new UnreadableException(
                    "fhir-unreadable",
                    "The resource is no FHIR R4 that can be parsed. Ask the sender to check it with a FHIR validator and send it again.");
        }
    }

    private static void refuseDoubled(byte[] content) throws UnreadableException {
        Optional<String> doubled = DoubledKeys.in(content);
        if (doubled.isPresent()) {
            throw new UnreadableException(
                    "fhir-doubled-element",
                    "The resource says " + doubled.get()
                            + " twice in one place, so that nobody can tell which counts. Ask the sender to say it once and send it again.");
        }
    }
}
