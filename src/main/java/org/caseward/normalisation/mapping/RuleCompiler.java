package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.caseward.normalisation.cda.CdaPath;
import org.caseward.normalisation.fhir.FhirPaths;
import org.caseward.normalisation.functions.Functions;
import org.caseward.normalisation.hl7.Hl7Path;
import org.caseward.normalisation.hl7.Hl7Template;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one file; what can't be compiled is a complaint at its line. */
final class RuleCompiler {
    private final MappingFile file;
    private final Map<String, String> let;
    private final Functions functions;
    private final Complaints complaints;

    RuleCompiler(MappingFile file, Map<String, String> let, Functions functions, Complaints complaints) {
        this.file = file;
        this.let = let;
        this.functions = functions;
        this.complaints = complaints;
    }

    private Rule rule(MappingSpec.RuleSpec spec, String name, String pointer, boolean relative) {
        if (!Vocabulary.knows(name)) {
            complaints.add(
                    file,
                    pointer + "/name",
                    "'" + name + "' is no field of the vocabulary; expected " + Vocabulary.expected());
        }
        List<Path> from = new ArrayList<>();
        for (String text : orNone(spec.from())) {
            path(text, spec.template(), pointer + "/from", relative).ifPresent(from::add);
        }
        return new Rule(
                name,
                from,
                orNone(spec.labels()),
                patterns(orNone(spec.patterns()), pointer),
                orNone(spec.onLineWith()),
                Boolean.TRUE.equals(spec.all()),
                Boolean.TRUE.equals(spec.more()),
                functions.chain(orNone(spec.with()), text -> complaints.add(file, pointer + "/with", text)));
    }

    List<Rule> rules(List<MappingSpec.RuleSpec> specs, String pointer, boolean relative) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            rules.addAll(rules(specs.get(i), pointer + "/" + i, relative));
        }
        return rules;
    }

    private List<Rule> rules(MappingSpec.RuleSpec spec, String pointer, boolean relative) {
        String name = spec.name();
        List<MappingSpec.GivesSpec> gives = spec.gives();
        if ((name == null) == (gives == null)) {
            complaints.add(file, pointer, "expected either name (and with), or gives with a list of them");
            return List.of();
        }
        if (name != null) {
            return List.of(rule(spec, name, pointer, relative));
        }
        List<Rule> rules = new ArrayList<>();
        for (MappingSpec.GivesSpec one : orNone(gives)) {
            int index = rules.size();
            rules.add(rule(spec.giving(one.name(), one.with()), one.name(), pointer + "/gives/" + index, relative));
        }
        return rules;
    }

    List<Mapping.Each> each(List<MappingSpec.EachSpec> specs) {
        List<Mapping.Each> blocks = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            String pointer = "/each/" + i;
            List<Rule> rules = rules(specs.get(i).fields(), pointer + "/fields", true);
            path(specs.get(i).over(), null, pointer + "/over", false)
                    .ifPresent(over -> blocks.add(new Mapping.Each(over, rules)));
        }
        return blocks;
    }

    List<Path> text(List<MappingSpec.TextSpec> specs) {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            path(specs.get(i).from(), specs.get(i).template(), "/text/" + i + "/from", false)
                    .ifPresent(paths::add);
        }
        return paths;
    }

    private Optional<Path> path(String text, @Nullable String template, String pointer, boolean relative) {
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
            case CDA -> compiled(pointer, () -> new Path.Cda(text.replaceAll("\\$\\{(\\w+)}", "$1"), CdaPath.parse(whole)));
            case DOCUMENT, LABELS ->
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
        for (int depth = 0; depth < 5 && filled.contains("${"); depth++) {
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

    private List<Pattern> patterns(List<String> texts, String pointer) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : texts) {
            try {
                patterns.add(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
            } catch (PatternSyntaxException wrong) {
                complaints.add(
                        file,
                        pointer + "/patterns",
                        "'" + text + "' is no regular expression: " + wrong.getDescription());
            }
        }
        return patterns;
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
