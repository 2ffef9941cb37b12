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
 * @param method {@code text-layer} or {@code ocr}
 * @param rotated degrees clockwise (0, 90, 180, 270) by which the received page was turned to stand upright
 */
public record Page(int number, Address image, int width, int height, List<Word> words, String method, int rotated) {
    public Page {
        words = List.copyOf(words);
    }
}
