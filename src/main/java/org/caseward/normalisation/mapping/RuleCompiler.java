package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.caseward.normalisation.functions.Chain;
import org.caseward.normalisation.functions.Functions;
import org.caseward.normalisation.mapping.MappingSpec.ConditionSpec;
import org.caseward.normalisation.mapping.MappingSpec.RuleSpec;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one file; what can't be compiled is a complaint at its line. */
final class RuleCompiler {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");

    private final MappingFile file;
    private final PathCompiler paths;
    private final Functions functions;
    private final Complaints complaints;

    RuleCompiler(MappingFile file, Map<String, String> let, Functions functions, Complaints complaints) {
        this.file = file;
        this.paths = new PathCompiler(file, let, complaints);
        this.functions = functions;
        this.complaints = complaints;
    }

    /** The file's whole rules; those that only change the base's are {@link #amendments()}. */
    List<Rule> rules(List<RuleSpec> specs, String pointer, boolean relative) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            if (relative || specs.get(i).isWhole() || file.spec().base() == null) {
                rules.addAll(rules(specs.get(i), pointer + "/" + i, relative));
            }
        }
        return rules;
    }

    List<Amendment> amendments() {
        List<Amendment> amendments = new ArrayList<>();
        List<RuleSpec> specs = orNone(file.spec().fields());
        for (int i = 0; i < specs.size() && file.spec().base() != null; i++) {
            if (!specs.get(i).isWhole()) {
                amendments.add(amendment(specs.get(i), "/fields/" + i));
            }
        }
        return amendments;
    }

    List<Mapping.Each> each(List<MappingSpec.EachSpec> specs) {
        List<Mapping.Each> blocks = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            String pointer = "/each/" + i;
            Optional<String> name = Optional.ofNullable(specs.get(i).name());
            List<Rule> rules = rules(specs.get(i).fields(), pointer + "/fields", true);
            paths.path(specs.get(i).over(), null, pointer + "/over", false)
                    .ifPresent(over -> blocks.add(new Mapping.Each(name, over, rules)));
        }
        return blocks;
    }

    List<Path> text(List<MappingSpec.TextSpec> specs) {
        List<Path> found = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            paths.path(specs.get(i).from(), specs.get(i).template(), "/text/" + i + "/from", false)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Rule rule(RuleSpec spec, String name, String pointer, boolean relative) {
        Checks.of(file, complaints).rule(spec, name, pointer);
        return new Rule(
                name,
                file.spec().id(),
                naming(name, pointer, relative),
                paths.paths(spec.from(), spec.template(), pointer + "/from", relative),
                orNone(spec.labels()),
                patterns(orNone(spec.patterns()), pointer),
                orNone(spec.onLineWith()),
                Boolean.TRUE.equals(spec.all()),
                Boolean.TRUE.equals(spec.more()),
                chain(spec.with(), pointer),
                conditions(spec.conditions(), pointer, relative),
                Optional.ofNullable(spec.fallback()),
                Boolean.TRUE.equals(spec.required()));
    }

    private List<Rule> rules(RuleSpec spec, String pointer, boolean relative) {
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

    private Amendment amendment(RuleSpec spec, String pointer) {
        String name = spec.name() == null ? "" : spec.name();
        Checks.of(file, complaints).rule(spec, name, pointer);
        return new Amendment(
                name,
                file.spec().id(),
                pointer,
                Boolean.TRUE.equals(spec.drop()),
                paths.paths(spec.fromFirst(), spec.template(), pointer + "/fromFirst", false),
                spec.with() == null ? null : chain(spec.with(), pointer),
                spec.all(),
                spec.more(),
                spec.conditions() == null ? null : conditions(spec.conditions(), pointer, false),
                spec.fallback(),
                spec.required());
    }

    private Chain chain(@Nullable List<String> calls, String pointer) {
        return functions.chain(orNone(calls), (index, text) -> complaints.add(file, pointer + "/with/" + index, text));
    }

    private List<Condition> conditions(@Nullable List<ConditionSpec> specs, String pointer, boolean relative) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < orNone(specs).size(); i++) {
            ConditionSpec spec = orNone(specs).get(i);
            String at = pointer + "/if/" + i;
            if ((spec.from() == null) == (spec.field() == null)) {
                complaints.add(file, at, "expected either from (paths) or field (the name of an earlier field)");
            }
            if (spec.field() != null) {
                Checks.of(file, complaints).field(spec.field(), at + "/field");
            }
            conditions.add(new Condition(
                    paths.paths(spec.from(), null, at + "/from", relative),
                    Optional.ofNullable(spec.field()),
                    chain(spec.with(), at),
                    Boolean.TRUE.equals(spec.not())));
        }
        return conditions;
    }

    private Optional<Path> naming(String name, String pointer, boolean relative) {
        Matcher braces = BRACES.matcher(name);
        if (!braces.find()) {
            return Optional.empty();
        }
        if (!relative) {
            complaints.add(file, pointer + "/name", "'" + name + "': a place in braces names a field only inside each");
            return Optional.empty();
        }
        String first = braces.group(1);
        StringBuilder template = new StringBuilder(braces.group());
        while (braces.find()) {
            template.append(Rule.BETWEEN_WORDS).append(braces.group());
        }
        return paths.path(
                first, template.indexOf(Rule.BETWEEN_WORDS) < 0 ? null : template.toString(), pointer + "/name", true);
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
