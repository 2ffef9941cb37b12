package org.caseward.matching.gates;

import java.util.List;
import org.caseward.casefile.Numbers;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;

/**
 * The claim and case numbers of a report as they were read. A form often carries both numbers of a case, and a ruled line beside one of them is read as a letter
 * ({@code LIOD-…}) or spoils its confidence. Where one number names the case surely and character by character, a doubtful reading of the same case's other number is no
 * second claim: but for letters taken for digits it must be the same to the last character, one more or less at its beginning, and no other case may bear it.
 */
final class NumbersRead {
    /** Tesseract's word confidences of correctly read form fields lie above this, those of misread ones mostly below. */
    static final double SURE = 0.80;

    private final Placement placement;

    NumbersRead(Placement placement) {
        this.placement = placement;
    }

    /** Whether this value is only a doubtful reading of a number of the case that another number names surely. */
    boolean corroborated(FieldValue value) {
        String number = Numbers.plain(value.value());
        List<ScoredCase> bearers = placement.bearing(number);
        return value.confidence() < SURE
                && placement.targets().stream()
                        .filter(target -> bearers.isEmpty() || bearers.equals(List.of(target)))
                        .anyMatch(target -> surelyNamed(target) && sameNumber(number, target));
    }

    /** The same for a number in its plain form: every value that reads so. */
    boolean corroborated(String number) {
        List<FieldValue> values = values().stream()
                .filter(value -> Numbers.plain(value.value()).equals(number))
                .toList();
        return !values.isEmpty() && values.stream().allMatch(this::corroborated);
    }

    private boolean surelyNamed(ScoredCase target) {
        return values().stream()
                .filter(value -> value.confidence() >= SURE)
                .map(value -> placement.bearing(Numbers.plain(value.value())))
                .anyMatch(bearers -> bearers.equals(List.of(target)));
    }

    private static boolean sameNumber(String number, ScoredCase target) {
        String read = Numbers.folded(number);
        return target.file().numbers().stream().map(Numbers::folded).anyMatch(known -> same(read, known));
    }

    private static boolean same(String read, String known) {
        return Math.abs(read.length() - known.length()) <= 1 && (read.endsWith(known) || known.endsWith(read));
    }

    private List<FieldValue> values() {
        return placement.report().fields().all(FieldNames.CLAIM_NUMBER);
    }
}
