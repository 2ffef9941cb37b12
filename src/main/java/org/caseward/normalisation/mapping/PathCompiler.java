package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.caseward.normalisation.cda.CdaPath;
import org.caseward.normalisation.fhir.FhirPaths;
import org.caseward.normalisation.hl7.Hl7Path;
import org.caseward.normalisation.hl7.Hl7Template;
import org.jspecify.annotations.Nullable;

/** Compiles the paths of one file by its format. */
final class PathCompiler {
    private static final int DEEPEST_LET = 5;

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
            case FHIR ->
                compiled(pointer, () -> new Path.Fhir(text.replaceAll("\\$\\{(\\w+)}", "$1"), FhirPaths.parse(whole)));
            case CDA ->
                compiled(pointer, () -> new Path.Cda(text.replaceAll("\\$\\{(\\w+)}", "$1"), CdaPath.parse(whole)));
            case DOCUMENT, LABELS, PROGRAM ->
                compiled(pointer, () -> {
                    throw new IllegalArgumentException("a document has no paths; expected labels or patterns");
                });
        };
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
