package org.caseward.extraction;

import java.util.List;
import org.caseward.documents.Address;

/**
 * One page as read: upright, with square pixels.
 *
 * @param number its place in the received document, from 1; the pages of a part that was split off keep their numbers, those of documents embedded in one message count on
 * @param image its PNG in the document store
 * @param width pixels of that image
 * @param words in reading order
 * @param method {@code text-layer}, {@code ocr}, or {@code narrative}: drawn by us from a clinical document's text
 * @param rotated degrees clockwise (0, 90, 180, 270) by which the received page was turned to stand upright
 */
public record Page(int number, Address image, int width, int height, List<Word> words, String method, int rotated) {
    /** Drawn by us for people to look at; its values were read from the document itself. */
    public static final String NARRATIVE = "narrative";

    public Page {
        words = List.copyOf(words);
    }

    public boolean isNarrative() {
        return method.equals(NARRATIVE);
    }
}
