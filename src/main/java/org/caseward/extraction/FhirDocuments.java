package org.caseward.extraction;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.report.Reason;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/** Finds the documents of FHIR resources: inline, in a Bundle or in Parameters, or handed in before as a Binary. */
final class FhirDocuments {
    /** A Binary's id is its address in the document store; intake has made sure that it is this sender's own. */
    private static final Pattern HELD = Pattern.compile("(?:.*/)?Binary/([0-9a-f]{64})(?:/_history/.*)?");

    private final Function<String, Optional<byte[]>> held;
    private final EmbeddedDocuments.Collector into;

    /** @param held the document of a hash in the report's program, where it is kept */
    FhirDocuments(Function<String, Optional<byte[]>> held, EmbeddedDocuments.Collector into) {
        this.held = held;
        this.into = into;
    }

    void collect(IBaseResource resource) {
        collect(resource, resource.fhirType());
    }

    private void collect(@Nullable IBaseResource resource, String at) {
        switch (resource) {
            case Bundle bundle -> {
                List<Bundle.BundleEntryComponent> entries = bundle.getEntry();
                for (int i = 0; i < entries.size(); i++) {
                    collect(entries.get(i).getResource(), at + ".entry[" + i + "].resource");
                }
            }
            case Parameters parameters -> parts(parameters.getParameter(), at + ".parameter");
            case DocumentReference reference -> {
                for (int i = 0; i < reference.getContent().size(); i++) {
                    attachment(reference.getContent().get(i).getAttachment(), at + ".content[" + i + "].attachment");
                }
            }
            case DiagnosticReport report -> {
                for (int i = 0; i < report.getPresentedForm().size(); i++) {
                    attachment(report.getPresentedForm().get(i), at + ".presentedForm[" + i + "]");
                }
            }
            case Binary binary -> data(at, binary.getContentType(), binary.getData());
            case null, default -> {
                // carries no document
            }
        }
    }

    private void parts(List<ParametersParameterComponent> parts, String at) {
        for (int i = 0; i < parts.size(); i++) {
            String here = at + "[" + i + "]";
            collect(parts.get(i).getResource(), here + ".resource");
            parts(parts.get(i).getPart(), here + ".part");
        }
    }

    private void attachment(Attachment attachment, String at) {
        data(at, attachment.getContentType(), attachment.getData());
        Matcher named = HELD.matcher(attachment.getUrl() == null ? "" : attachment.getUrl());
        if (named.matches()) {
            held.apply(named.group(1))
                    .ifPresentOrElse(
                            document -> data(at, attachment.getContentType(), document),
                            () -> into.note(
                                    EmbeddedDocuments.unreadable(
                                            at,
                                            new Reason(
                                                    "document-missing",
                                                    "It is not among the documents that are kept. Ask the sender to send it again."))));
        }
    }

    private void data(String at, @Nullable String contentType, byte @Nullable [] data) {
        if (data != null && data.length > 0) {
            into.add(at, contentType == null ? "" : contentType, data);
        }
    }
}
