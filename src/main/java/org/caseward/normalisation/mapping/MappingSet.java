package org.caseward.normalisation.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.mapping.MappingSpec.Format;

/** All mappings of one state of the folder. */
public record MappingSet(Map<String, Mapping> byId) {
    private static final String ANY = "*";
    private static final Comparator<Mapping> OWN_FIRST = Comparator.comparing(
                    (Mapping mapping) -> mapping.applies().providers().isEmpty())
            .thenComparing(Mapping::id);

    public MappingSet {
        byId = Map.copyOf(byId);
    }

    /** Those that serve a provider's reports: everybody's, and the provider's own, which go first. */
    public MappingSet of(Optional<String> provider) {
        if (byId.values().stream()
                .allMatch(mapping -> mapping.applies().providers().isEmpty())) {
            return this;
        }
        return new MappingSet(byId.values().stream()
                .filter(mapping -> mapping.applies().providers().isEmpty()
                        || provider.filter(mapping.applies().providers()::contains)
                                .isPresent())
                .collect(Collectors.toMap(Mapping::id, Function.identity())));
    }

    /** The most particular mapping for a message type: {@code ORU^R01} before {@code ORU^*} before {@code *}. */
    public Optional<Mapping> forMessage(String code, String event) {
        return firstOf(
                Format.HL7V2, List.of(code + "^" + event, code + "^" + ANY, ANY), Mapping.Applies::messages);
    }

    public Optional<Mapping> forResource(String type) {
        return firstOf(Format.FHIR, List.of(type, ANY), Mapping.Applies::resources);
    }

    /** @param kinds the document's template ids, then its type code: the first that a mapping names decides */
    public Optional<Mapping> forClinicalDocument(List<String> kinds) {
        List<String> wanted = Stream.concat(kinds.stream(), Stream.of(ANY)).toList();
        return firstOf(Format.CDA, wanted, Mapping.Applies::clinicalDocuments);
    }

    /** Those that recognise documents. */
    public List<Mapping> documents() {
        return of(Format.DOCUMENT).stream()
                .filter(mapping -> !mapping.applies().titles().isEmpty())
                .sorted(OWN_FIRST)
                .toList();
    }

    /** For a document that none recognises: the one without titles. */
    public Optional<Mapping> anyDocument() {
        return of(Format.DOCUMENT).stream()
                .filter(mapping -> mapping.applies().titles().isEmpty())
                .findFirst();
    }

    private Optional<Mapping> firstOf(Format format, List<String> wanted, Function<Mapping.Applies, List<String>> names) {
        Collection<Mapping> candidates = of(format);
        return Stream.of(false, true)
                .flatMap(everybodys -> wanted.stream()
                        .flatMap(name -> candidates.stream()
                                .filter(mapping -> mapping.applies().providers().isEmpty() == everybodys)
                                .filter(mapping -> names.apply(mapping.applies()).contains(name))
                                .min(Comparator.comparing(Mapping::id))
                                .stream()))
                .findFirst();
    }

    private Collection<Mapping> of(Format format) {
        return byId.values().stream()
                .filter(mapping -> mapping.format() == format)
                .toList();
    }
}
