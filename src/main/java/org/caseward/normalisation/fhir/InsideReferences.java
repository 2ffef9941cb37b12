package org.caseward.normalisation.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.util.FhirTerser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references to what came along: entries of a Bundle by full URL or {@code Type/id}, resources in Parameters, and contained ones. HAPI's engine looks for {@code #id}
 * only in the outermost resource; so in a copy such references are renamed to ones this class knows.
 */
final class InsideReferences implements IFhirPathEvaluationContext {
    private final Map<String, Resource> byReference = new HashMap<>();
    private final IBaseResource resource;
    private int number;

    private InsideReferences(IBaseResource resource) {
        this.resource = resource;
    }

    static InsideReferences of(IBaseResource received) {
        if (!(received instanceof Bundle) && !(received instanceof Parameters)) {
            return new InsideReferences(received);
        }
        Resource copy = copy((Resource) received);
        InsideReferences references = new InsideReferences(copy);
        references.addAll(copy);
        return references;
    }

    /** HAPI's own copy checks every value again and stops at a date that is none; by way of JSON such values stay as they were written. */
    private static Resource copy(Resource received) {
        try {
            return received.copy();
        } catch (DataFormatException badValue) {
            IParser parser = FhirContext.forR4Cached().newJsonParser();
            parser.setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
            return (Resource) parser.parseResource(parser.encodeResourceToString(received));
        }
    }

    private void addAll(Resource resource) {
        switch (resource) {
            case Bundle bundle ->
                bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .forEach(entry -> {
                            if (entry.hasFullUrl()) {
                                byReference.put(entry.getFullUrl(), entry.getResource());
                            }
                            addAll(entry.getResource());
                        });
            case Parameters parameters -> addAll(parameters.getParameter());
            default -> add(resource, number++);
        }
    }

    private void addAll(List<ParametersParameterComponent> parts) {
        for (ParametersParameterComponent part : parts) {
            if (part.hasResource()) {
                addAll(part.getResource());
            }
            addAll(part.getPart());
        }
    }

    IBaseResource resource() {
        return resource;
    }

    @Override
    public @Nullable IBase resolveReference(IIdType id, @Nullable IBase context) {
        Resource found = byReference.get(id.getValue());
        return found != null
                ? found
                : byReference.get(id.toUnqualifiedVersionless().getValue());
    }

    private void add(Resource own, int number) {
        if (own.hasId()) {
            byReference.put(own.fhirType() + "/" + own.getIdElement().getIdPart(), own);
        }
        if (own instanceof DomainResource domain && domain.hasContained()) {
            rename(domain, "urn:contained:" + number + ":");
        }
    }

    private void rename(DomainResource domain, String prefix) {
        domain.getContained()
                .forEach(inner ->
                        byReference.put(prefix + bare(inner.getIdElement().getIdPart()), inner));
        FhirTerser terser = FhirContext.forR4Cached().newTerser();
        List<Reference> all = terser.getAllPopulatedChildElementsOfType(domain, Reference.class);
        for (Reference reference : all) {
            if (reference.hasReference() && reference.getReference().startsWith("#")) {
                reference.setReference(prefix + bare(reference.getReference()));
            }
        }
    }

    private static String bare(@Nullable String id) {
        return id == null ? "" : id.replaceFirst("^#", "");
    }
}
