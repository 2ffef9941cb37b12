package org.caseward.normalisation.mapping;

import ca.uhn.fhir.fhirpath.IFhirPath.IParsedExpression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.normalisation.cda.CdaPath;
import org.caseward.normalisation.fhir.FhirPaths;
import org.caseward.normalisation.hl7.Hl7Path;
import org.caseward.normalisation.hl7.Hl7Template;
import org.jspecify.annotations.Nullable;

/** Compiles the paths of one file by its format. */
final class PathCompiler {
    private static final int DEEPEST_LET = 5;
    private static final Pattern NAMED = Pattern.compile("(?<![\\w'])%(\\w+)");
    /** Variables that FHIRPath and FHIR define. */
    private static final Set<String> FHIRPATHS_OWN =
            Set.of("resource", "rootResource", "context", "ucum", "sct", "loinc");

    private final MappingFile file;
    private final Map<String, String> let;
    private final Complaints complaints;

    PathCompiler(MappingFile file, Map<String, String> let, Complaints complaints) {
        this.file = file;
        this.let = let;
        this.complaints = complaints;
    }

    List<Path> paths(@Nullable List<String> texts, @Nullable String template, String pointer, boolean relative) {
        List<Path> paths = new ArrayList<>();
        for (String text : RuleCompiler.orNone(texts)) {
            path(text, template, pointer, relative).ifPresent(paths::add);
        }
        return paths;
    }

    /** @param relative inside an {@code each} block: seen from the place at hand */
    Optional<Path> path(String text, @Nullable String template, String pointer, boolean relative) {
        String whole = filledIn(text, pointer);
        return switch (file.spec().format()) {
            case HL7V2 ->
                compiled(
                        pointer,
                        () -> new Path.Hl7(
                                Hl7Path.parse(whole, relative),
                                Optional.ofNullable(template).map(Hl7Template::parse)));
            case FHIR -> compiled(pointer, () -> fhir(text, whole, template, pointer));
            case CDA ->
                compiled(
                        pointer,
                        () -> new Path.Cda(
                                text.replaceAll("\\$\\{(\\w+)}", "$1"),
                                CdaPath.parse(whole),
                                Optional.ofNullable(template).map(as -> CdaPath.parse(filledIn(as, pointer)))));
            case DOCUMENT, LABELS, PROGRAM ->
                compiled(pointer, () -> {
                    throw new IllegalArgumentException("a document has no paths; expected labels or patterns");
                });
        };
    }

    private Path.Fhir fhir(String text, String whole, @Nullable String template, String pointer) {
        Optional<String> as = Optional.ofNullable(template).map(given -> filledIn(given, pointer));
        Map<String, IParsedExpression> named = new HashMap<>(named(whole, pointer));
        as.ifPresent(given -> named.putAll(named(given, pointer)));
        return new Path.Fhir(
                text.replaceAll("\\$\\{(\\w+)}|%(\\w+)", "$1$2"),
                FhirPaths.parse(whole),
                as.map(FhirPaths::parse),
                named);
    }

    /** The parts that a FHIRPath uses as {@code %name}, and those that these use. */
    private Map<String, IParsedExpression> named(String path, String pointer) {
        Map<String, IParsedExpression> found = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(path));
        while (!open.isEmpty()) {
            Matcher names = NAMED.matcher(open.pop());
            while (names.find()) {
                String name = names.group(1);
                String part = let.get(name);
                if (part == null && !FHIRPATHS_OWN.contains(name)) {
                    throw new IllegalArgumentException(
                            "'%" + name + "' is not under let; expected one of " + let.keySet());
                }
                if (part != null && !found.containsKey(name)) {
                    String whole = filledIn(part, pointer);
                    found.put(name, FhirPaths.parse(whole));
                    open.push(whole);
                }
            }
        }
        return found;
    }

    private Optional<Path> compiled(String pointer, Supplier<Path> path) {
        try {
            return Optional.of(path.get());
        } catch (IllegalArgumentException wrong) {
            complaints.add(file, pointer, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    /** Parts named under {@code let} may use each other; the bound only ends a circle. */
    private String filledIn(String text, String pointer) {
        String filled = text;
        for (int depth = 0; depth < DEEPEST_LET && filled.contains("${"); depth++) {
            for (Map.Entry<String, String> part : let.entrySet()) {
                filled = filled.replace("${" + part.getKey() + "}", part.getValue());
            }
        }
        if (filled.contains("${")) {
            complaints.add(
                    file, pointer, "'" + text + "' uses a name that is not under let; expected one of " + let.keySet());
        }
        return filled;
    }
}
