package org.caseward.extraction.worker;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.caseward.extraction.Word;
import org.caseward.extraction.worker.PageImage.Pile;

/**
 * Finds which way a page must be turned to stand upright. Most do already, and then read well at once; else Tesseract's orientation detection says, and its answer is tried whatever
 * its confidence (it was right at 3.8); only where the page reads badly so too are the other ways tried.
 */
final class Orientation {
    /** A page with enough words read at least this surely (mean confidence) stands upright; upside down, letters read at 0.2 to 0.5. */
    private static final double READS_WELL = 0.75;

    private static final int ENOUGH_WORDS = 8;
    /** What the orientation detection said is believed from here on. */
    private static final double READS_SO_SO = 0.6;

    /** A page dense with small print has about 8,000 marks; beyond this it is noise, at which Tesseract would toil for a minute. */
    private static final int TOO_MANY_MARKS = 25_000;

    /** A page with fewer has not enough letters to tell which way they stand. */
    private static final int TOO_FEW_MARKS = 40;

    private final Ocr ocr;

    Orientation(Ocr ocr) {
        this.ocr = ocr;
    }

    /** @param degrees clockwise by which the page was turned to be read so */
    record Reading(int degrees, PageImage upright, double skew, List<Word> words) {
        /** How much text was read, and how surely. */
        double worth() {
            return (lying() ? 1 : 0.1)
                    * words.stream()
                            .mapToDouble(word -> word.confidence() * word.text().length())
                            .sum();
        }

        /** Whether most words are wider than high. Tesseract reads lines that stand on end as well, so that reading well alone proves nothing. */
        boolean lying() {
            List<Word> longer =
                    words.stream().filter(word -> word.text().length() >= 4).toList();
            long lying = longer.stream()
                    .filter(word ->
                            word.box().w() * upright.width() > word.box().h() * upright.height())
                    .count();
            return lying * 2 >= longer.size();
        }

        double confidence() {
            return words.stream().mapToDouble(Word::confidence).average().orElse(0);
        }
    }

    Reading upright(PageImage prepared, Pile pile) {
        int marks = prepared.threshold(150, pile).marks();
        if (marks == 0 || marks > TOO_MANY_MARKS) {
            return new Reading(0, prepared, 0, List.of());
        }
        Reading asReceived = read(prepared, 0, pile);
        boolean well = asReceived.words().size() >= ENOUGH_WORDS && asReceived.confidence() >= READS_WELL;
        if (well && asReceived.lying() || marks < TOO_FEW_MARKS) {
            return asReceived;
        }
        OptionalInt detected = ocr.orientation(prepared);
        if (detected.isEmpty() && asReceived.words().isEmpty()) {
            return asReceived;
        }
        int likely = detected.orElse(0);
        Reading first = likely == 0 ? asReceived : read(prepared, likely, pile);
        if (detected.isPresent() && first.confidence() >= READS_SO_SO) {
            return first;
        }
        return Stream.of(90, 180, 270)
                .filter(degrees -> degrees != likely)
                .map(degrees -> read(prepared, degrees, pile))
                .reduce(better(asReceived, first), Orientation::better);
    }

    private static Reading better(Reading one, Reading other) {
        return other.worth() > one.worth() ? other : one;
    }

    private Reading read(PageImage prepared, int degrees, Pile pile) {
        PageImage turned = prepared.turned(degrees, pile);
        double skew = Deskew.angle(turned, pile);
        PageImage straight = turned.straightened(skew, pile);
        return new Reading(degrees, straight, skew, ocr.words(straight));
    }
}
