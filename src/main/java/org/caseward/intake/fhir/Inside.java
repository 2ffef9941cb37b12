package org.caseward.intake.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource that came in, by itself or inside another one.
 *
 * @param at where it stands, as a FHIRPath
 * @param neighbours full URLs and {@code Type/id} of what came in the same Bundle
 */
record Inside(String at, Resource resource, Set<String> neighbours) {
    /** The resource itself, or what a Bundle or Parameters bring; not the Bundle or Parameters themselves. */
    static List<Inside> of(Resource resource) {
        List<Inside> found = new ArrayList<>();
        collect(resource.fhirType(), resource, Set.of(), found);
        return found;
    }

    private static void collect(String at, Resource resource, Set<String> neighbours, List<Inside> into) {
        switch (resource) {
            case Bundle bundle -> {
                Set<String> known = known(bundle);
                for (int i = 0; i < bundle.getEntry().size(); i++) {
                    Bundle.BundleEntryComponent entry = bundle.getEntry().get(i);
                    if (entry.hasResource()) {
                        collect(at + ".entry[" + i + "].resource", entry.getResource(), known, into);
                    }
                }
            }
            case Parameters parameters -> parts(at + ".parameter", parameters.getParameter(), into);
            default -> into.add(new Inside(at, resource, neighbours));
        }
    }

    private static void parts(String at, List<ParametersParameterComponent> parts, List<Inside> into) {
        for (int i = 0; i < parts.size(); i++) {
            ParametersParameterComponent part = parts.get(i);
            String here = at + "[" + i + "]";
            if (part.hasResource()) {
                collect(here + ".resource", part.getResource(), Set.of(), into);
            }
            parts(here + ".part", part.getPart(), into);
        }
    }

    private static Set<String> known(Bundle bundle) {
        Set<String> known = new HashSet<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            known.add(entry.getFullUrl());
            if (entry.hasResource() && entry.getResource().hasId()) {
                known.add(entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart());
            }
        }
        return known;
    }
}
