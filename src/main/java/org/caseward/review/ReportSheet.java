package org.caseward.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caseward.matching.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * A report as its page shows it: values by group, boxes by page, candidates beside their cases.
 *
 * @param movable the cases it is filed on, where this person may move it to another
 * @param versions what it changes in earlier versions of itself, and what takes its place
 * @param waitsFor why it waits, without what the failing gates say; may be empty
 */
record ReportSheet(
        DeskReport report,
        String waitsFor,
        List<Group> groups,
        List<Leaf> leaves,
        List<Said> said,
        List<Candidate> candidates,
        List<MatchResult.Gate> failing,
        VersionChanges.Shown versions,
        List<ReportStory.Line> history,
        List<ReportStory.Relative> siblings,
        boolean mayDecide,
        List<String> movable) {
    /** How far a reading can be trusted, in a word. */
    enum Trust {
        SURE,
        CHECK,
        DOUBTFUL;

        static Trust of(double confidence) {
            return confidence >= 0.95 ? SURE : confidence >= 0.8 ? CHECK : DOUBTFUL;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Group(String name, List<Row> rows) {}

    /**
     * @param key joins the value with its box or its line of the message
     * @param raw only where it differs from what is shown
     * @param where {@code p. 1}, or the path in the message; empty where nothing tells
     */
    record Row(
            String key,
            String label,
            String shown,
            @Nullable String raw,
            Trust trust,
            String method,
            String where) {}

    /** A page's image and the boxes upon it; all in pixels of the image. */
    record Leaf(int number, int width, int height, List<Outline> outlines) {}

    record Outline(String key, String trust, double x, double y, double w, double h) {}

    /** A value at its place in a message that has no pages. */
    record Said(String key, String path, String raw) {}

    record Candidate(MatchResult.Candidate found, Optional<CaseCard> card) {
        public boolean closed() {
            return card.map(CaseCard::closed).orElse(false);
        }
    }

    @Override
    public String toString() {
        return "ReportSheet[" + report.id() + "]";
    }
}
