package org.caseward.extraction;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caseward.report.Reason;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether one message speaks of several people. Mappings read the first of them; without this note the results of the second would be filed on the first one's case.
 */
final class PeopleInside {
    private static final Reason SEVERAL = new Reason(
            "several-people",
            "The message speaks of more than one patient. Look which part belongs to whom; ask the sender for one message a patient.");
    private static final Reason SEVERAL_MESSAGES = new Reason(
            "several-messages",
            "Several messages came as one. Look whether they belong to one person; ask the sender to frame each by itself.");
    private static final Reason MERGE = new Reason(
            "patient-merge",
            "The message merges two patient records (MRG). A person decides whether both are the same human being.");
    /** PID fields that tell people apart: identifiers, name, mother's maiden name, birth date, sex. */
    private static final int[] TELLING = {2, 3, 5, 7, 8};

    private static final EncodingCharacters ENCODING = EncodingCharacters.defaultInstance();

    private PeopleInside() {}

    /** @param clinical the clinical documents in it, which name their patients themselves */
    static List<Reason> notes(Source source, List<CdaDocument> clinical) {
        List<Reason> notes = new ArrayList<>(
                switch (source) {
                    case Source.Hl7(Message message) -> notes(message);
                    case Source.Fhir(IBaseResource resource) -> notes(resource);
                    case Source.Cda cda -> List.of();
                    case Source.Document document -> List.of();
                });
        if (!notes.contains(SEVERAL) && CdaPeople.differ(named(source), clinical)) {
            notes.add(SEVERAL);
        }
        return notes;
    }

    private static List<CdaPeople.Named> named(Source source) {
        return switch (source) {
            case Source.Hl7(Message message) ->
                segments(message).stream()
                        .filter(segment -> segment.getName().equals("PID"))
                        .map(pid -> CdaPeople.Named.of(first(pid, 5), first(pid, 7)))
                        .toList();
            case Source.Fhir(IBaseResource resource) ->
                FhirPeople.of(resource).stream()
                        .map(patient -> CdaPeople.Named.of(
                                patient.getNameFirstRep().getFamily(),
                                patient.getBirthDateElement().getValueAsString()))
                        .toList();
            case Source.Cda cda -> List.of();
            case Source.Document document -> List.of();
        };
    }

    private static @Nullable String first(Segment pid, int field) {
        try {
            return Terser.get(pid, field, 0, 1, 1);
        } catch (HL7Exception notThere) {
            return null;
        }
    }

    private static List<Reason> notes(Message message) {
        List<Segment> segments = segments(message);
        List<Reason> notes = new ArrayList<>();
        if (segments.stream()
                        .filter(segment -> segment.getName().equals("PID"))
                        .map(PeopleInside::telling)
                        .distinct()
                        .count()
                > 1) {
            notes.add(SEVERAL);
        }
        if (segments.stream().filter(segment -> segment.getName().equals("MSH")).count() > 1) {
            notes.add(SEVERAL_MESSAGES);
        }
        if (segments.stream().anyMatch(segment -> segment.getName().equals("MRG"))) {
            notes.add(MERGE);
        }
        return notes;
    }

    private static List<Reason> notes(IBaseResource resource) {
        return FhirPeople.of(resource).size() > 1 ? List.of(SEVERAL) : List.of();
    }

    private static List<Segment> segments(Message message) {
        List<Segment> segments = new ArrayList<>();
        for (String name : message.getNames()) {
            try {
                for (Structure structure : message.getAll(name)) {
                    if (structure instanceof Segment segment) {
                        segments.add(segment);
                    }
                }
            } catch (HL7Exception e) {
                throw new IllegalStateException("The message names a structure that it does not have", e);
            }
        }
        return segments;
    }

    private static String telling(Segment pid) {
        return IntStream.of(TELLING).mapToObj(field -> text(pid, field)).collect(Collectors.joining("|"));
    }

    private static String text(Segment pid, int field) {
        try {
            StringBuilder text = new StringBuilder();
            for (var repetition : pid.getField(field)) {
                text.append(PipeParser.encode(repetition, ENCODING)).append('~');
            }
            return text.toString();
        } catch (HL7Exception e) {
            // what can't be compared counts as different: a person looks
            return Optional.ofNullable(e.getMessage()).orElse("") + field;
        }
    }
}
