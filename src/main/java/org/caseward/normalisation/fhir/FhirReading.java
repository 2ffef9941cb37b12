package org.caseward.normalisation.fhir;

import ca.uhn.fhir.fhirpath.FhirPathExecutionException;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPath.IParsedExpression;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.hl7.fhir.r4.model.Narrative;

/** One resource or Bundle, read by a mapping. */
public final class FhirReading {
    public static final String METHOD = "fhir";

    private final IBaseResource resource;
    private final ElementPlaces places;
    private final NamedParts parts;
    private final IFhirPath engine = FhirPaths.engine();

    public FhirReading(IBaseResource received) {
        InsideReferences references = InsideReferences.of(received);
        this.resource = references.resource();
        this.places = new ElementPlaces(resource);
        this.parts = new NamedParts(references, expression -> evaluate(resource, expression));
        engine.setEvaluationContext(parts);
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
                .map(value -> new Found(text(value, fhir), 1, METHOD, List.of(evidence(value, from, fhir))))
                .filter(found -> !found.raw().isBlank())
                .toList();
    }

    private String text(IBase value, Path.Fhir path) {
        return path.template()
                .map(as -> evaluate(value, as).stream().map(FhirReading::text).collect(Collectors.joining(" ")))
                .orElseGet(() -> text(value));
    }

    /** A text put together stands where it was put together from: at the element at hand, or where the path says. */
    private Evidence evidence(IBase value, IBase from, Path.Fhir path) {
        Optional<String> around = from == resource ? Optional.empty() : places.of(from);
        return new Evidence.AtPath(places.of(value).or(() -> around).orElse(path.text()));
    }

    private List<IBase> evaluate(IBase from, Path.Fhir path) {
        parts.use(path.let());
        return evaluate(from, path.expression());
    }

    /** A path that does not fit this resource (a date where it looks for text) finds nothing in it. */
    private List<IBase> evaluate(IBase from, IParsedExpression expression) {
        try {
            return engine.evaluate(from, expression, IBase.class);
        } catch (FhirPathExecutionException | DataFormatException notHere) {
            return List.of();
        }
    }

    private static String text(IBase value) {
        if (value instanceof Narrative narrative) {
            return XhtmlLines.of(narrative.getDiv());
        }
        if (value instanceof IPrimitiveType<?> primitive) {
            String text = primitive.getValueAsString();
            return text == null ? "" : text;
        }
        return "";
    }
}
