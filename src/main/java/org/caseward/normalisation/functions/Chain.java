package org.caseward.normalisation.functions;

import java.util.List;

/**
 * The functions of one rule, applied one after another.
 *
 * @param strict whether one of them recognises only its own kind of value (a date, an NPI); such a rule may look at values that stand less clearly beside their label
 * @param secret whether the text as written must not be kept whole (a social security number)
 */
public record Chain(List<NamedFunction> functions, boolean strict, boolean secret) {
    private static final int LONGEST_VALUE = 2000;

    public Chain {
        functions = List.copyOf(functions);
    }

    /** The meaning of what was written; blank text is nothing. */
    public Result apply(String raw) {
        String text = cut(raw);
        double certainty = 1;
        for (NamedFunction function : functions) {
            if (text.isBlank()) {
                return Result.NOTHING;
            }
            switch (careful(function, text)) {
                case Result.Meant meant -> {
                    text = meant.value();
                    certainty *= meant.certainty();
                }
                case Result other -> {
                    return other;
                }
            }
        }
        return Result.meant(text.strip(), certainty);
    }

    private static Result careful(NamedFunction function, String text) {
        try {
            return function.apply(text);
        } catch (Bounded.LookedTooOften tooOften) {
            return Result.NOTHING;
        }
    }

    /** What may be kept of the text as written. */
    public String keepable(String raw) {
        return secret ? Identifiers.masked(raw) : cut(raw);
    }

    private static String cut(String raw) {
        String text = raw.replace('\0', ' ').strip();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
    }
}
