package org.caseward.normalisation.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caseward.normalisation.functions.Chain;

/**
 * How one field gets its values.
 *
 * @param name of the field; in an {@code each} block it may hold places in braces
 * @param by id of the mapping that says so
 * @param naming what stands in the braces of the name, compiled
 * @param from paths, the first with a value wins
 * @param labels words beside which the value stands
 * @param patterns regular expressions over a page's lines; the group {@code value}, else the first group, is the value
 * @param onLineWith the label counts only on a line that has one of these before it
 * @param all whether every value counts, not just the first
 * @param more whether the value may run over following lines
 * @param conditions all of which must hold
 * @param fallback the value where nothing is found
 * @param required whether a report without it lacks something
 * @param foldedLabels the labels as {@link LabelIndex#fold} makes them
 * @param foldedBefore the same of {@code onLineWith}
 */
public record Rule(
        String name,
        String by,
        Optional<Path> naming,
        List<Path> from,
        List<String> labels,
        List<Pattern> patterns,
        List<String> onLineWith,
        boolean all,
        boolean more,
        Chain with,
        List<Condition> conditions,
        Optional<String> fallback,
        boolean required,
        Set<String> foldedLabels,
        Set<String> foldedBefore) {
    /** Parts the texts of several places in one name. */
    static final String BETWEEN_WORDS = "\u001f";

    private static final int LONGEST_WORD = 20;
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_-]");

    /** One whose labels are yet to be made ready to compare. */
    Rule(
            String name,
            String by,
            Optional<Path> naming,
            List<Path> from,
            List<String> labels,
            List<Pattern> patterns,
            List<String> onLineWith,
            boolean all,
            boolean more,
            Chain with,
            List<Condition> conditions,
            Optional<String> fallback,
            boolean required) {
        this(
                name,
                by,
                naming,
                from,
                labels,
                patterns,
                onLineWith,
                all,
                more,
                with,
                conditions,
                fallback,
                required,
                LabelIndex.folded(labels),
                LabelIndex.folded(onLineWith));
    }

    public Rule {
        from = List.copyOf(from);
        labels = List.copyOf(labels);
        patterns = List.copyOf(patterns);
        onLineWith = List.copyOf(onLineWith);
        conditions = List.copyOf(conditions);
    }

    /** The name with a text in its braces, or one in each pair of them: plain words of 20 letters at most, whatever the sender wrote. */
    public String named(String text) {
        String words = Arrays.stream(text.split(BETWEEN_WORDS))
                .map(word -> NO_WORD.matcher(word).replaceAll(""))
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("."));
        return name.substring(0, name.indexOf('{'))
                + (words.isEmpty() ? "other" : words)
                + name.substring(name.lastIndexOf('}') + 1);
    }

    /** Whether something is to be done where it finds nothing. */
    public boolean expects() {
        return required || fallback.isPresent();
    }
}
