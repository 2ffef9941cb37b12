package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Functions;
import org.caseward.report.DocumentType;
import org.jspecify.annotations.Nullable;

/** Puts mapping files together with their bases and lists of labels, and compiles them. */
final class MappingSetCompiler {
    private final Map<String, MappingFile> files;
    private final Set<String> wrong;
    private final Functions functions;
    private final Complaints complaints;

    /** @param wrong ids of files that have complaints of their own: that they are missing here is not worth another */
    MappingSetCompiler(Map<String, MappingFile> files, Set<String> wrong, Functions functions, Complaints complaints) {
        this.wrong = wrong;
        this.files = files;
        this.functions = functions;
        this.complaints = complaints;
    }

    MappingSet compile() {
        Map<String, Mapping> mappings = new HashMap<>();
        files.values().forEach(file -> mappings.put(file.spec().id(), mapping(file)));
        return new MappingSet(mappings);
    }

    private Mapping mapping(MappingFile file) {
        List<MappingFile> chain = chain(file);
        Map<String, String> let = let(chain);
        List<Rule> rules = rules(chain, let);
        Optional<MappingFile> labels = labels(chain);
        List<Rule> shared = labels.map(list -> rules(List.of(list), Map.of())).orElse(List.of());
        Stream<MappingFile> all = Stream.concat(chain.stream(), labels.stream());
        return new Mapping(
                file.spec().id(),
                file.spec().format(),
                all.map(MappingFile::used).toList(),
                applies(file.spec().appliesTo()),
                documentType(file),
                rules.stream().filter(rule -> !rule.from().isEmpty()).toList(),
                chain.stream()
                        .flatMap(link -> compiler(link, let)
                                .each(RuleCompiler.orNone(link.spec().each()))
                                .stream())
                        .toList(),
                firstWith(chain, MappingSpec::text)
                        .map(link -> compiler(link, let)
                                .text(RuleCompiler.orNone(link.spec().text())))
                        .orElse(List.of()),
                Stream.concat(rules.stream(), shared.stream())
                        .filter(MappingSetCompiler::looksAtText)
                        .toList(),
                Stream.concat(chain.stream(), labels.stream())
                        .flatMap(link -> RuleCompiler.orNone(link.spec().stops()).stream())
                        .toList());
    }

    private static boolean looksAtText(Rule rule) {
        return !rule.labels().isEmpty() || !rule.patterns().isEmpty();
    }

    private RuleCompiler compiler(MappingFile file, Map<String, String> let) {
        return new RuleCompiler(file, let, functions, complaints);
    }

    /** This file's rules, then those of its bases whose names it does not define itself. */
    private List<Rule> rules(List<MappingFile> chain, Map<String, String> let) {
        List<Rule> rules = new ArrayList<>();
        for (MappingFile link : chain) {
            Set<String> taken = rules.stream().map(Rule::name).collect(Collectors.toSet());
            compiler(link, let).rules(RuleCompiler.orNone(link.spec().fields()), "/fields", false).stream()
                    .filter(rule -> !taken.contains(rule.name()))
                    .forEach(rules::add);
        }
        return rules;
    }

    private List<MappingFile> chain(MappingFile file) {
        List<MappingFile> chain = new ArrayList<>(List.of(file));
        MappingFile at = file;
        while (at.spec().base() != null) {
            MappingFile next = files.get(at.spec().base());
            if (next == null) {
                missing(
                        at,
                        "/extends",
                        String.valueOf(at.spec().base()),
                        "' is no mapping here; expected one of " + files.keySet());
                return chain;
            }
            if (chain.contains(next) || next.spec().format() != file.spec().format()) {
                complaints.add(
                        at,
                        "/extends",
                        "'" + at.spec().base()
                                + "': expected a mapping of the same format that does not extend this one");
                return chain;
            }
            chain.add(next);
            at = next;
        }
        return chain;
    }

    private Optional<MappingFile> labels(List<MappingFile> chain) {
        Optional<MappingFile> names = firstWith(chain, MappingSpec::labels);
        Optional<MappingFile> list =
                names.map(link -> files.get(String.valueOf(link.spec().labels())));
        if (names.isPresent()
                && list.filter(found -> found.spec().format() == MappingSpec.Format.LABELS)
                        .isEmpty()) {
            missing(
                    names.get(),
                    "/labels",
                    String.valueOf(names.get().spec().labels()),
                    "': expected the id of a mapping of format labels");
            return Optional.empty();
        }
        return list;
    }

    private void missing(MappingFile file, String pointer, String id, String expected) {
        if (!wrong.contains(id)) {
            complaints.add(file, pointer, "'" + id + expected);
        }
    }

    private Map<String, String> let(List<MappingFile> chain) {
        Map<String, String> let = new LinkedHashMap<>();
        for (MappingFile link : chain.reversed()) {
            Map<String, String> own = link.spec().let();
            if (own != null) {
                let.putAll(own);
            }
        }
        return let;
    }

    private Optional<DocumentType> documentType(MappingFile file) {
        String code = file.spec().documentType();
        if (code == null) {
            return Optional.empty();
        }
        Optional<DocumentType> type = DocumentType.of(code);
        if (type.isEmpty()) {
            complaints.add(
                    file,
                    "/documentType",
                    "'" + code + "' is no document type; expected one of "
                            + Stream.of(DocumentType.values())
                                    .map(DocumentType::code)
                                    .collect(Collectors.joining(", ")));
        }
        return type;
    }

    private static Mapping.Applies applies(MappingSpec.@Nullable AppliesTo spec) {
        return spec == null
                ? Mapping.Applies.NEVER
                : new Mapping.Applies(
                        RuleCompiler.orNone(spec.messages()),
                        RuleCompiler.orNone(spec.resources()),
                        RuleCompiler.orNone(spec.clinicalDocuments()),
                        RuleCompiler.orNone(spec.titles()),
                        RuleCompiler.orNone(spec.anchors()),
                        spec.anchorsNeeded() == null ? 1 : spec.anchorsNeeded(),
                        RuleCompiler.orNone(spec.providers()));
    }

    private static Optional<MappingFile> firstWith(
            List<MappingFile> chain, Function<MappingSpec, @Nullable Object> part) {
        return chain.stream().filter(link -> part.apply(link.spec()) != null).findFirst();
    }
}
