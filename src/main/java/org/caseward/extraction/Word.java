package org.caseward.extraction;

import org.caseward.report.Box;

/** A word as read, with its place on the page; confidence 0 to 1 (1 from a text layer). */
public record Word(String text, Box box, double confidence) {
    @Override
    public String toString() {
        return "Word" + box;
    }
}
