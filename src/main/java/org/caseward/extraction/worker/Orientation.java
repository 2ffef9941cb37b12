package org.caseward.extraction.worker;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.caseward.extraction.Word;
import org.caseward.extraction.worker.PageImage.Pile;

/**
 * Finds which way a page must be turned to stand upright, by Tesseract's orientation detection. Its answer is taken whatever its confidence; only where the page then reads badly,
 * or where it has no answer, are the other ways tried by reading.
 */
final class Orientation {
    /** Pages that read at least this well (mean confidence) stand upright. */
    private static final double READS_WELL = 0.6;

    private final Ocr ocr;

    Orientation(Ocr ocr) {
        this.ocr = ocr;
    }

    /** @param degrees clockwise by which the page was turned to be read so */
    record Reading(int degrees, PageImage upright, double skew, List<Word> words) {
        /** How much text was read, and how surely. */
        double worth() {
            return words.stream()
                    .mapToDouble(word -> word.confidence() * word.text().length())
                    .sum();
        }

        double confidence() {
            return words.stream().mapToDouble(Word::confidence).average().orElse(0);
        }
    }

    Reading upright(PageImage prepared, Pile pile) {
        OptionalInt detected = ocr.orientation(prepared);
        Reading first = read(prepared, detected.orElse(0), pile);
        if (first.words().isEmpty() && detected.isEmpty() || detected.isPresent() && first.confidence() >= READS_WELL) {
            return first;
        }
        return Stream.of(0, 90, 180, 270)
                .filter(degrees -> degrees != first.degrees())
                .map(degrees -> read(prepared, degrees, pile))
                .reduce(first, (one, other) -> other.worth() > one.worth() ? other : one);
    }

    private Reading read(PageImage prepared, int degrees, Pile pile) {
        PageImage turned = prepared.turned(degrees, pile);
        double skew = Deskew.angle(turned, pile);
        PageImage straight = turned.straightened(skew, pile);
        return new Reading(degrees, straight, skew, ocr.words(straight));
    }
}
