package org.caseward.normalisation.fhir;

import ca.uhn.fhir.fhirpath.FhirPathExecutionException;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.List;
import org.caseward.normalisation.FieldsDraft;
import org.caseward.normalisation.Found;
import org.caseward.normalisation.RuleRunner;
import org.caseward.normalisation.mapping.Mapping;
import org.caseward.normalisation.mapping.Path;
import org.caseward.normalisation.mapping.Rule;
import org.caseward.normalisation.text.Line;
import org.caseward.report.Evidence;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;

/** One resource or Bundle, read by a mapping. */
public final class FhirReading {
    public static final String METHOD = "fhir";

    private final IBaseResource resource;
    private final ElementPlaces places;
    private final IFhirPath engine = FhirPaths.engine();

    public FhirReading(IBaseResource received) {
        InsideReferences references = InsideReferences.of(received);
        this.resource = references.resource();
        this.places = new ElementPlaces(resource);
        engine.setEvaluationContext(references);
    }

    public void read(Mapping mapping, FieldsDraft draft) {
        mapping.rules().forEach(rule -> RuleRunner.run(rule, rule.name(), this::find, draft));
        mapping.each().forEach(each -> read(each, draft));
    }

    private void read(Mapping.Each each, FieldsDraft draft) {
        if (each.over() instanceof Path.Fhir over) {
            for (IBase element : evaluate(resource, over)) {
                each.rules()
                        .forEach(
                                rule -> RuleRunner.run(rule, named(rule, element), path -> find(element, path), draft));
            }
        }
    }

    private String named(Rule rule, IBase element) {
        return rule.naming()
                .map(place -> rule.named(find(element, place).stream()
                        .map(Found::raw)
                        .findFirst()
                        .orElse("")))
                .orElse(rule.name());
    }

    /** The lines of free text, in which labels are looked for. */
    public List<Line> lines(Mapping mapping) {
        return mapping.text().stream()
                .flatMap(path -> find(path).stream())
                .flatMap(found -> found.raw()
                        .lines()
                        .map(text -> Line.of(text, found.evidence().getFirst())))
                .toList();
    }

    private List<Found> find(Path path) {
        return find(resource, path);
    }

    private List<Found> find(IBase from, Path path) {
        if (!(path instanceof Path.Fhir fhir)) {
            return List.of();
        }
        return evaluate(from, fhir).stream()
                .filter(value -> !text(value).isBlank())
                .map(value -> new Found(text(value), 1, METHOD, List.of(evidence(value, fhir))))
                .toList();
    }

    private Evidence evidence(IBase value, Path.Fhir path) {
        return new Evidence.AtPath(places.of(value).orElse(path.text()));
    }

    /** A path that does not fit this resource (a date where it looks for text) finds nothing in it. */
    private List<IBase> evaluate(IBase from, Path.Fhir path) {
        try {
            return engine.evaluate(from, path.expression(), IBase.class);
        } catch (FhirPathExecutionException notHere) {
            return List.of();
        }
    }

    private static String text(IBase value) {
        if (value instanceof IPrimitiveType<?> primitive) {
            String text = primitive.getValueAsString();
            return text == null ? "" : text;
        }
        return "";
    }
}
