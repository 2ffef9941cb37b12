package org.caseward.standards.levels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.report.Missing;
import org.caseward.report.Reason;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;

/** Every page and every document inside was read, and all of it is about one patient. The notes of reading say otherwise; here they are put in words for a clinic. */
final class NothingLeftUnread implements LevelRule {
    private static final Map<String, String> WORDS = Map.of(
            "page-unreadable", "A page could not be read. Send that page again in a clearer copy.",
            "embedded-document-unreadable",
                    "A document inside the message could not be opened: it is damaged, cut off or locked by a password. Send it again as a PDF without a password.",
            "document-missing", "A document that the message names did not come with it. Send the document itself.",
            "several-people", "It speaks of more than one patient. Send one report for each patient.",
            "several-messages", "Several messages came as one. Send each by itself.");

    @Override
    public ValidationLevel guards() {
        return ValidationLevel.STRUCTURED;
    }

    @Override
    public List<Missing> missing(CheckedReport report) {
        return report.matched().normalised().extracted().notes().stream()
                .map(Reason::code)
                .distinct()
                .flatMap(code -> Optional.ofNullable(WORDS.get(code)).map(words -> new Missing(code, words)).stream())
                .toList();
    }
}
