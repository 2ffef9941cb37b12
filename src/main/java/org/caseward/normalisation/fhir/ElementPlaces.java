package org.caseward.normalisation.fhir;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** Where each element of a resource stands, as a FHIRPath: {@code Bundle.entry[1].resource.name[0].family}. */
final class ElementPlaces {
    private static final int DEEPEST = 40;

    private final Map<IBase, String> paths = new IdentityHashMap<>();

    ElementPlaces(IBase resource) {
        if (resource instanceof Base base) {
            walk(base, base.fhirType(), 0);
        }
    }

    Optional<String> of(IBase element) {
        return Optional.ofNullable(paths.get(element));
    }

    private void walk(Base base, String path, int depth) {
        paths.put(base, path);
        if (depth > DEEPEST) {
            return;
        }
        for (Property property : base.children()) {
            String name = property.getName().replace("[x]", "");
            for (int i = 0; i < property.getValues().size(); i++) {
                String index = property.isList() ? "[" + i + "]" : "";
                walk(property.getValues().get(i), path + "." + name + index, depth + 1);
            }
        }
    }
}
