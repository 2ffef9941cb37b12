package org.caseward.validation;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Which elements that R4 requires a resource lacks (minimum cardinality, as the structures' own definitions state it); cheap, without the validator. */
public final class RequiredElements {
    private static final int DEEPEST = 60;

    private final FhirContext context;
    private final List<String> missing = new ArrayList<>();

    private RequiredElements(FhirContext context) {
        this.context = context;
    }

    /** The paths of what lacks, e.g. {@code Bundle.entry[2].resource.status}. */
    public static List<String> missing(IBaseResource resource) {
        return missing(resource, FhirContext.forR4Cached());
    }

    public static List<String> missing(IBaseResource resource, FhirContext context) {
        RequiredElements required = new RequiredElements(context);
        required.look(resource, resource.fhirType(), 0);
        return List.copyOf(required.missing);
    }

    private void look(IBase element, String path, int depth) {
        if (depth > DEEPEST
                || !(context.getElementDefinition(element.getClass())
                        instanceof BaseRuntimeElementCompositeDefinition<?> definition)) {
            return;
        }
        for (BaseRuntimeChildDefinition child : definition.getChildrenAndExtension()) {
            List<IBase> values = child.getAccessor().getValues(element);
            if (child.getMin() > 0 && values.stream().allMatch(IBase::isEmpty)) {
                missing.add(path + "." + child.getElementName());
            }
            int index = 0;
            for (IBase value : values) {
                look(
                        value,
                        path + "." + child.getElementName() + (child.getMax() == 1 ? "" : "[" + index++ + "]"),
                        depth + 1);
            }
        }
    }
}
