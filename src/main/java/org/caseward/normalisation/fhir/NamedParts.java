package org.caseward.normalisation.fhir;

import ca.uhn.fhir.fhirpath.IFhirPath.IParsedExpression;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;

/** What a mapping names under {@code let} and uses as {@code %name}: found once in a report, from its outermost resource. */
final class NamedParts implements IFhirPathEvaluationContext {
    private final InsideReferences references;
    private final Function<IParsedExpression, List<IBase>> find;
    private final Map<IParsedExpression, List<IBase>> found = new IdentityHashMap<>();
    private Map<String, IParsedExpression> let = Map.of();

    NamedParts(InsideReferences references, Function<IParsedExpression, List<IBase>> find) {
        this.references = references;
        this.find = find;
    }

    void use(Map<String, IParsedExpression> named) {
        this.let = named;
    }

    @Override
    public @Nullable IBase resolveReference(IIdType id, @Nullable IBase context) {
        return references.resolveReference(id, context);
    }

    @Override
    public List<IBase> resolveConstant(Object context, String name, ConstantEvaluationMode mode) {
        IParsedExpression part = let.get(name.startsWith("%") ? name.substring(1) : name);
        if (part == null) {
            return List.of();
        }
        List<IBase> known = found.get(part);
        if (known == null) {
            known = find.apply(part);
            found.put(part, known);
        }
        return known;
    }
}
