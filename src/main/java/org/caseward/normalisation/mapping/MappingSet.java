package org.caseward.normalisation.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.mapping.MappingSpec.Format;

/** All mappings of one state of the folder; {@link #of} gives those that serve one sender in one program. */
public final class MappingSet {
    private static final String ANY = "*";
    private static final Comparator<Mapping> OWN_FIRST =
            Comparator.comparing(Mapping::isForAll).thenComparing(Mapping::id);

    private final Map<String, Mapping> byId;
    private final ProgramWords words;
    private final Map<String, MappingSet> programs;
    private final Set<String> providersNamed;
    private final Set<String> programsNamed;
    private final Map<Format, Names> byName = new HashMap<>();
    private final List<Mapping> documents;
    private final Optional<Mapping> anyDocument;
    private final Map<Audience, MappingSet> views = new ConcurrentHashMap<>();

    /** Whom a view is for; empty where nothing is particular about it. */
    private record Audience(String program, String provider) {}

    /** What a name (message type, resource) chooses: a provider's or program's own first. */
    private record Names(Map<String, Mapping> own, Map<String, Mapping> everybodys) {}

    public MappingSet(Map<String, Mapping> byId) {
        this(byId, ProgramWords.NONE, Map.of());
    }

    /** @param programs those that have words of their own, by program */
    MappingSet(Map<String, Mapping> byId, ProgramWords words, Map<String, MappingSet> programs) {
        this.byId = Map.copyOf(byId);
        this.words = words;
        this.programs = Map.copyOf(programs);
        this.providersNamed = named(Mapping.Applies::providers);
        this.programsNamed = named(Mapping.Applies::programs);
        for (Format format : Format.values()) {
            byName.put(format, names(format));
        }
        this.documents = of(Format.DOCUMENT)
                .filter(mapping -> !mapping.applies().titles().isEmpty())
                .sorted(OWN_FIRST)
                .toList();
        this.anyDocument = of(Format.DOCUMENT)
                .filter(mapping -> mapping.applies().titles().isEmpty())
                .min(OWN_FIRST);
    }

    public Map<String, Mapping> byId() {
        return byId;
    }

    /** The program's own words for values. */
    public ProgramWords words() {
        return words;
    }

    /** Those that serve a provider's reports in a program: everybody's, and their own, which go first. */
    public MappingSet of(String program, Optional<String> provider) {
        MappingSet set = programs.getOrDefault(program, this);
        Audience audience = new Audience(
                programsNamed.contains(program) ? program : "",
                provider.filter(providersNamed::contains).orElse(""));
        return set.views.computeIfAbsent(audience, set::view);
    }

    private MappingSet view(Audience audience) {
        return new MappingSet(
                byId.values().stream()
                        .filter(mapping -> mapping.serves(audience.program(), audience.provider()))
                        .collect(Collectors.toMap(Mapping::id, Function.identity())),
                words,
                Map.of());
    }

    /** The most particular mapping for a message type: {@code ORU^R01} before {@code ORU^*} before {@code *}. */
    public Optional<Mapping> forMessage(String code, String event) {
        return firstOf(Format.HL7V2, List.of(code + "^" + event, code + "^" + ANY, ANY));
    }

    public Optional<Mapping> forResource(String type) {
        return firstOf(Format.FHIR, List.of(type, ANY));
    }

    /** @param kinds the document's template ids, then its type code: the first that a mapping names decides */
    public Optional<Mapping> forClinicalDocument(List<String> kinds) {
        return firstOf(Format.CDA, Stream.concat(kinds.stream(), Stream.of(ANY)).toList());
    }

    /** Those that recognise documents. */
    public List<Mapping> documents() {
        return documents;
    }

    /** For a document that none recognises: the one without titles. */
    public Optional<Mapping> anyDocument() {
        return anyDocument;
    }

    /** @param wanted the most particular name first */
    private Optional<Mapping> firstOf(Format format, List<String> wanted) {
        Names names = byName.getOrDefault(format, new Names(Map.of(), Map.of()));
        return Stream.of(names.own(), names.everybodys())
                .flatMap(table -> wanted.stream().flatMap(name -> Optional.ofNullable(table.get(name)).stream()))
                .findFirst();
    }

    private Names names(Format format) {
        Names names = new Names(new HashMap<>(), new HashMap<>());
        of(format).sorted(Comparator.comparing(Mapping::id)).forEach(mapping -> {
            Map<String, Mapping> table = mapping.isForAll() ? names.everybodys() : names.own();
            mapping.applies().names().forEach(name -> table.putIfAbsent(name, mapping));
        });
        return names;
    }

    private Stream<Mapping> of(Format format) {
        return byId.values().stream().filter(mapping -> mapping.format() == format);
    }

    private Set<String> named(Function<Mapping.Applies, List<String>> who) {
        return byId.values().stream()
                .flatMap(mapping -> who.apply(mapping.applies()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
