package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.extraction.Word;
import org.caseward.report.FieldNames;

/** What identity rests on must have been read surely, and a page that could not be read may say anything. */
final class ReadingSure implements FilingGate {
    /** Below this mean a page is noise. */
    static final double READABLE = 0.50;

    private static final List<String> KEYS =
            List.of(FieldNames.CLAIM_NUMBER, FieldNames.FAMILY, FieldNames.GIVEN, FieldNames.BIRTH_DATE);

    @Override
    public String name() {
        return "reading-sure";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return unsureField(placement).or(() -> unreadablePage(placement));
    }

    private static Optional<String> unsureField(Placement placement) {
        NumbersRead numbers = new NumbersRead(placement);
        return KEYS.stream()
                .filter(name -> placement.report().fields().all(name).stream()
                        .filter(value -> !name.equals(FieldNames.CLAIM_NUMBER) || !numbers.corroborated(value))
                        .anyMatch(value -> value.confidence() < NumbersRead.SURE))
                .findFirst()
                .map(name -> name + " was not read surely enough");
    }

    private static Optional<String> unreadablePage(Placement placement) {
        return placement.report().extracted().source() instanceof Source.Document
                ? placement.report().extracted().pages().stream()
                        .filter(ReadingSure::unreadable)
                        .findFirst()
                        .map(page -> "page " + page.number() + " could not be read")
                : Optional.empty();
    }

    private static boolean unreadable(Page page) {
        return page.words().stream().mapToDouble(Word::confidence).average().orElse(0) < READABLE;
    }
}
