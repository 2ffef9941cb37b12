package org.caseward.standards.levels;

import java.util.List;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Source;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;

/** A document has pages, and something can be read on them. */
final class PagesReadable implements LevelRule {
    @Override
    public ValidationLevel guards() {
        return ValidationLevel.STRUCTURED;
    }

    @Override
    public List<Missing> missing(CheckedReport report) {
        ExtractedReport extracted = report.matched().normalised().extracted();
        boolean blank = extracted.pages().stream().allMatch(page -> page.words().isEmpty());
        return extracted.source() instanceof Source.Document && blank
                ? List.of(
                        new Missing(
                                "pages-blank",
                                "No text could be read on any page. Send a clearer copy (black on white, 200 dpi or more), or the PDF that your system makes."))
                : List.of();
    }
}
