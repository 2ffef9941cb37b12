package org.caseward.normalisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caseward.extraction.CdaDocument;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.normalisation.cda.CdaReading;
import org.caseward.normalisation.fhir.FhirReading;
import org.caseward.normalisation.hl7.Hl7Reading;
import org.caseward.normalisation.mapping.Mapping;
import org.caseward.normalisation.mapping.MappingSet;
import org.caseward.normalisation.mapping.Vocabulary;
import org.caseward.normalisation.text.Line;
import org.caseward.normalisation.text.TextReading;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldValue;
import org.caseward.report.Outcome;
import org.springframework.stereotype.Component;

/**
 * Turns what was read into the hub's fields, by the mappings in force. Message fields come first, then labelled text of the message, then the pages of
 * embedded documents; a value that contradicts an earlier one is kept beside it.
 */
@Component("normalisation")
public class Normalisation {
    private final MappingLibrary library;

    public Normalisation(MappingLibrary library) {
        this.library = library;
    }

    /** Never refuses: a report of which nothing can be understood has no fields and the type {@code unknown}, and goes to a person. */
    public Outcome<NormalisedReport> normalise(ExtractedReport report) {
        return new Outcome.Passed<>(read(report, library.current()));
    }

    /** The report as these mappings read it. */
    static NormalisedReport read(ExtractedReport report, MappingSet all) {
        MappingSet mappings =
                all.of(report.received().homeProgram(), report.received().provider());
        FieldsDraft draft = new FieldsDraft();
        List<MappingUsed> used = new ArrayList<>();
        switch (report.source()) {
            case Source.Hl7 hl7 -> readHl7(new Hl7Reading(hl7.message()), mappings, draft, used);
            case Source.Fhir fhir -> readFhir(fhir, mappings, draft, used);
            // as every clinical document below
            case Source.Cda cda -> {}
            case Source.Document document -> {}
        }
        SourceStatus status = SourceStatuses.taken(draft);
        for (CdaDocument document : report.clinical()) {
            status = readClinical(document, mappings, draft, used, status);
        }
        Optional<DocumentType> said = said(draft);
        DocumentType recognised = new PagesReading(mappings).read(sent(report), draft, used);
        used.addAll(mappings.words().used());
        DocumentType type = completed(said.orElse(recognised), mappings, draft);
        return new NormalisedReport(
                report, type, draft.fields(), used.stream().distinct().toList(), status);
    }

    /** The pages that somebody sent; what we drew of a clinical document's text was read from the document. */
    private static List<Page> sent(ExtractedReport report) {
        return report.pages().stream().filter(Predicate.not(Page::isNarrative)).toList();
    }

    /** Defaults and the program's own words; a type that the report tells of itself needs no default. */
    private static DocumentType completed(DocumentType type, MappingSet mappings, FieldsDraft draft) {
        if (type != DocumentType.UNKNOWN) {
            draft.release(Vocabulary.DOCUMENT_TYPE);
        }
        draft.complete();
        draft.put(mappings.words());
        DocumentType known = said(draft).orElse(type);
        return Optional.ofNullable(mappings.words().byField().get(Vocabulary.DOCUMENT_TYPE))
                .map(words -> words.of(known.code()).flatMap(DocumentType::of).orElse(DocumentType.UNKNOWN))
                .orElse(known);
    }

    private static void readHl7(Hl7Reading reading, MappingSet mappings, FieldsDraft draft, List<MappingUsed> used) {
        Optional<Mapping> any = mappings.forMessage("", "");
        String code = any.map(mapping -> reading.first(mapping, Vocabulary.MESSAGE_CODE))
                .orElse("");
        String event = any.map(mapping -> reading.first(mapping, Vocabulary.MESSAGE_EVENT))
                .orElse("");
        mappings.forMessage(code, event).ifPresent(mapping -> {
            used.addAll(mapping.used());
            reading.read(mapping, draft);
            readText(reading.lines(mapping), Hl7Reading.METHOD, mapping, draft);
        });
    }

    private static void readFhir(Source.Fhir source, MappingSet mappings, FieldsDraft draft, List<MappingUsed> used) {
        FhirReading reading = new FhirReading(source.resource());
        mappings.forResource(source.resource().fhirType()).ifPresent(mapping -> {
            used.addAll(mapping.used());
            reading.read(mapping, draft);
            readText(reading.lines(mapping), FhirReading.METHOD, mapping, draft);
        });
    }

    /** What the message says of its version goes before what the document in it says. */
    private static SourceStatus readClinical(
            CdaDocument document, MappingSet mappings, FieldsDraft draft, List<MappingUsed> used, SourceStatus said) {
        Optional<Mapping> mapping = mappings.forClinicalDocument(document.kinds());
        if (mapping.isEmpty()) {
            return said;
        }
        CdaReading reading = new CdaReading(document);
        FieldsDraft found = new FieldsDraft(draft);
        used.addAll(mapping.get().used());
        reading.read(mapping.get(), found);
        readText(reading.lines(mapping.get()), CdaReading.METHOD, mapping.get(), found);
        SourceStatus own = SourceStatuses.taken(found);
        draft.addAll(found);
        return said.carrying(own);
    }

    private static void readText(List<Line> lines, String method, Mapping mapping, FieldsDraft draft) {
        FieldsDraft found = new FieldsDraft(draft);
        new TextReading(lines, method, mapping).read(found);
        draft.addAll(found);
    }

    private static Optional<DocumentType> said(FieldsDraft draft) {
        return draft.remove(Vocabulary.DOCUMENT_TYPE).stream()
                .map(FieldValue::value)
                .flatMap(code -> DocumentType.of(code).stream())
                .findFirst();
    }
}
