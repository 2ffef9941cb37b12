package org.caseward.normalisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.extraction.Page;
import org.caseward.normalisation.mapping.Mapping;
import org.caseward.normalisation.mapping.MappingSet;
import org.caseward.normalisation.text.Line;
import org.caseward.normalisation.text.PageLines;
import org.caseward.normalisation.text.Recognition;
import org.caseward.normalisation.text.TextReading;
import org.caseward.report.DocumentType;

/** The pages of a document: which document it is, then its fields. A cover sheet before a report gives way to the report. */
final class PagesReading {
    private final MappingSet mappings;

    PagesReading(MappingSet mappings) {
        this.mappings = mappings;
    }

    private record Sheet(Page page, List<Line> lines, Optional<Mapping> mapping) {
        boolean isCover() {
            return mapping.flatMap(Mapping::documentType)
                    .filter(DocumentType.COVER_SHEET::equals)
                    .isPresent();
        }
    }

    /** What the document is; its fields go into the draft. */
    DocumentType read(List<Page> pages, FieldsDraft draft, List<MappingUsed> used) {
        List<Sheet> sheets = pages.stream().map(this::sheet).toList();
        List<Sheet> content = sheets.stream().filter(sheet -> !sheet.isCover()).toList();
        if (content.isEmpty()) {
            return read(sheets, used, draft);
        }
        return read(content, used, draft);
    }

    private Sheet sheet(Page page) {
        List<Line> lines = PageLines.of(page);
        return new Sheet(page, lines, Recognition.recognise(mappings.documents(), lines));
    }

    private DocumentType read(List<Sheet> sheets, List<MappingUsed> used, FieldsDraft draft) {
        Optional<Mapping> mapping = sheets.stream()
                .flatMap(sheet -> sheet.mapping().stream())
                .findFirst()
                .or(mappings::anyDocument)
                .filter(found -> !sheets.isEmpty());
        mapping.ifPresent(found -> {
            used.addAll(found.used());
            read(sheets, found, draft);
        });
        return mapping.flatMap(Mapping::documentType).orElse(DocumentType.UNKNOWN);
    }

    private static void read(List<Sheet> sheets, Mapping mapping, FieldsDraft draft) {
        List<Line> lines = new ArrayList<>();
        sheets.forEach(sheet -> lines.addAll(sheet.lines()));
        String method = sheets.getFirst().page().method();
        FieldsDraft found = new FieldsDraft(draft);
        new TextReading(lines, method, mapping).read(found);
        draft.addAll(found);
    }
}
