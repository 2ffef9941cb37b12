package org.caseward.normalisation.mapping;

import java.util.List;
import java.util.regex.Pattern;
import org.caseward.normalisation.functions.Chain;

/**
 * How one field gets its values.
 *
 * @param name of the field; in an {@code each} block it may hold places in braces
 * @param from paths, the first with a value wins
 * @param labels words beside which the value stands
 * @param patterns regular expressions over a page's lines; the group {@code value}, else the first group, is the value
 * @param onLineWith the label counts only on a line that has one of these before it
 * @param all whether every value counts, not just the first
 * @param more whether the value may run over following lines
 */
public record Rule(
        String name,
        List<Path> from,
        List<String> labels,
        List<Pattern> patterns,
        List<String> onLineWith,
        boolean all,
        boolean more,
        Chain with) {
    public Rule {
        from = List.copyOf(from);
        labels = List.copyOf(labels);
        patterns = List.copyOf(patterns);
        onLineWith = List.copyOf(onLineWith);
    }
}
