package org.caseward.normalisation.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.normalisation.mapping.MappingSpec.Format;

/** All mappings of one state of the folder. */
public record MappingSet(Map<String, Mapping> byId) {
    private static final String ANY = "*";

    public MappingSet {
        byId = Map.copyOf(byId);
    }

    /** The most particular mapping for a message type: {@code ORU^R01} before {@code ORU^*} before {@code *}. */
    public Optional<Mapping> forMessage(String code, String event) {
        return firstOf(Format.HL7V2, List.of(code + "^" + event, code + "^" + ANY, ANY), true);
    }

    public Optional<Mapping> forResource(String type) {
        return firstOf(Format.FHIR, List.of(type, ANY), false);
    }

    /** Those that recognise documents. */
    public List<Mapping> documents() {
        return of(Format.DOCUMENT).stream()
                .filter(mapping -> !mapping.applies().titles().isEmpty())
                .sorted(java.util.Comparator.comparing(Mapping::id))
                .toList();
    }

    /** For a document that none recognises: the one without titles. */
    public Optional<Mapping> anyDocument() {
        return of(Format.DOCUMENT).stream()
                .filter(mapping -> mapping.applies().titles().isEmpty())
                .findFirst();
    }

    private Optional<Mapping> firstOf(Format format, List<String> wanted, boolean message) {
        Collection<Mapping> candidates = of(format);
        return wanted.stream()
                .flatMap(name -> candidates.stream()
                        .filter(mapping -> names(mapping, message).contains(name))
                        .min(java.util.Comparator.comparing(Mapping::id))
                        .stream())
                .findFirst();
    }

    private static List<String> names(Mapping mapping, boolean message) {
        return message ? mapping.applies().messages() : mapping.applies().resources();
    }

    private Collection<Mapping> of(Format format) {
        return byId.values().stream()
                .filter(mapping -> mapping.format() == format)
                .toList();
    }
}
