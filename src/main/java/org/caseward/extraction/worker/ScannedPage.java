package org.caseward.extraction.worker;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.caseward.extraction.worker.PageImage.Pile;
import org.caseward.report.Reason;

/** Reads a page that is only a picture. */
final class ScannedPage {
    /** Fewer words, or words read less surely, are no reading. */
    private static final int FEWEST_WORDS = 3;

    private static final double LEAST_CONFIDENCE = 0.45;

    private final Ocr ocr;

    ScannedPage(Ocr ocr) {
        this.ocr = ocr;
    }

    /** A page and whether it could be read well enough to be believed. */
    record Scan(Reply.PageRead page, boolean readable) {
        /** Gives the page and, where it is blank or can't be read, a note. */
        void giveTo(Consumer<Reply> out) {
            out.accept(page);
            if (!readable) {
                out.accept(unreadable(page.number()));
            }
        }
    }

    Scan read(int number, BufferedImage image, double dpiX, double dpiY) {
        try (Pile pile = new Pile()) {
            PageImage received = PageImage.of(image, dpiX, dpiY, pile);
            PageImage prepared = FaxMode.of(received).prepare(received, pile);
            Orientation.Reading reading = new Orientation(ocr).upright(prepared, pile);
            PageImage view =
                    FaxMode.view(received, pile).turned(reading.degrees(), pile).straightened(reading.skew(), pile);
            Reply.PageRead page = new Reply.PageRead(
                    number, view.width(), view.height(), reading.degrees(), "ocr", view.png(), reading.words());
            return new Scan(page, reading.words().size() >= FEWEST_WORDS && reading.confidence() >= LEAST_CONFIDENCE);
        }
    }

    static Reply.Noted unreadable(int number) {
        return new Reply.Noted(
                new Reason(
                        "page-unreadable",
                        "Page " + number
                                + " is blank or could not be read by machine. Look at it; if it should say something, ask the sender for a clearer copy."));
    }
}
