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
import org.caseward.normalisation.functions.Nearest;
import org.caseward.normalisation.mapping.ChainRules.Ruled;
import org.caseward.normalisation.mapping.MappingSpec.Format;
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

    Map<String, Mapping> compile() {
        Map<String, Mapping> mappings = new HashMap<>();
        files.values().stream()
                .filter(file -> file.spec().format() != Format.PROGRAM)
                .forEach(file -> mappings.put(file.spec().id(), mapping(file)));
        return mappings;
    }

    private Mapping mapping(MappingFile file) {
        List<MappingFile> chain = chain(file);
        Map<String, String> let = let(chain);
        Optional<MappingFile> labels = labels(chain);
        Ruled ruled = new ChainRules(chain, labels, link -> compiler(link, let), complaints).ruled();
        List<Rule> rules = ruled.own();
        List<Rule> shared = ruled.shared();
        List<Rule> labelled = Stream.concat(rules.stream(), shared.stream())
                .filter(MappingSetCompiler::looksAtText)
                .toList();
        Stream<MappingFile> all = Stream.concat(chain.stream(), labels.stream());
        return new Mapping(
                file.spec().id(),
                file.spec().format(),
                all.map(MappingFile::used).toList(),
                applies(file.spec().appliesTo()),
                documentType(file),
                rules.stream().filter(rule -> !rule.from().isEmpty()).toList(),
                each(chain, let),
                firstWith(chain, MappingSpec::text)
                        .map(link -> compiler(link, let)
                                .text(RuleCompiler.orNone(link.spec().text())))
                        .orElse(List.of()),
                labelled,
                index(chain, labels, labelled));
    }

    private static LabelIndex index(List<MappingFile> chain, Optional<MappingFile> labels, List<Rule> labelled) {
        Stream<String> sought =
                labelled.stream().flatMap(rule -> Stream.concat(rule.labels().stream(), rule.onLineWith().stream()));
        Stream<String> stops = Stream.concat(chain.stream(), labels.stream())
                .flatMap(link -> RuleCompiler.orNone(link.spec().stops()).stream());
        return new LabelIndex(Stream.concat(sought, stops).toList());
    }

    private static boolean looksAtText(Rule rule) {
        return !rule.labels().isEmpty() || !rule.patterns().isEmpty();
    }

    private RuleCompiler compiler(MappingFile file, Map<String, String> let) {
        return new RuleCompiler(file, let, functions, complaints);
    }

    /** This file's blocks, then those of its bases whose names it does not give itself. */
    private List<Mapping.Each> each(List<MappingFile> chain, Map<String, String> let) {
        List<Mapping.Each> blocks = new ArrayList<>();
        for (MappingFile link : chain) {
            Set<String> taken =
                    blocks.stream().flatMap(block -> block.name().stream()).collect(Collectors.toSet());
            compiler(link, let).each(RuleCompiler.orNone(link.spec().each())).stream()
                    .filter(block -> block.name().filter(taken::contains).isEmpty())
                    .forEach(blocks::add);
        }
        return blocks;
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
                        "' is no mapping here"
                                + Nearest.hint(String.valueOf(at.spec().base()), files.keySet())
                                + "; expected one of " + files.keySet());
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
                    "'" + code + "' is no document type" + Nearest.hint(code, Vocabulary.documentTypes())
                            + "; expected one of " + String.join(", ", Vocabulary.documentTypes()));
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
                        new LabelIndex(RuleCompiler.orNone(spec.titles())),
                        new LabelIndex(RuleCompiler.orNone(spec.anchors())),
                        spec.anchorsNeeded() == null ? 1 : spec.anchorsNeeded(),
                        RuleCompiler.orNone(spec.providers()),
                        RuleCompiler.orNone(spec.programs()));
    }

    private static Optional<MappingFile> firstWith(
            List<MappingFile> chain, Function<MappingSpec, @Nullable Object> part) {
        return chain.stream().filter(link -> part.apply(link.spec()) != null).findFirst();
    }
}
