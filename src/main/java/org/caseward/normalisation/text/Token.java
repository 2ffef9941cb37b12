package org.caseward.normalisation.text;

import java.util.Optional;
import org.caseward.report.Box;
import org.caseward.report.Evidence;

/**
 * A word of a line.
 *
 * @param gap the space before it in widths of the line's height; {@link #WIDE} or more is a column's gap
 */
public record Token(String text, double gap, double confidence, Evidence evidence) {
    public static final double WIDE = 1.0;

    Optional<Box> box() {
        return evidence instanceof Evidence.OnPage place ? Optional.of(place.box()) : Optional.empty();
    }

    boolean endsLabel() {
        return text.endsWith(":") || text.endsWith(";");
    }

    boolean isColon() {
        return text.equals(":") || text.equals(";");
    }

    boolean hasLetterOrDigit() {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Token" + evidence;
    }
}
