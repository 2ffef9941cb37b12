package org.caseward.normalisation.functions;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that only reshape or filter text. */
final class Texts {
    private static final Pattern YES =
            Pattern.compile("\\b(?:y|yes|true|1|has been reached|reached)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("\\b(?:n|no|false|0|not)\\b", Pattern.CASE_INSENSITIVE);
    private static final String TICK = "[\\[(]\\s*[xX✓]\\s*[\\])]";
    private static final Pattern TICK_BEFORE = Pattern.compile(TICK + "\\s*(yes|no)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TICK_AFTER = Pattern.compile("\\b(yes|no)\\s*" + TICK, Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> SEX = Map.of(
            "m", "M", "male", "M", "f", "F", "female", "F", "o", "O", "other", "O", "u", "U", "unknown", "U", "x", "X");

    private static final Pattern SPACES = Pattern.compile("[_\\s]+");
    private static final Pattern COMMAS = Pattern.compile("(?:\\s*,\\s*)+");
    private static final Pattern ENDS = Pattern.compile("^[\\s,;:.-]+|[\\s,;:-]+$");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]*(?:[-/.][\\p{L}\\p{N}]+)*");

    private Texts() {}

    static Result upper(String text) {
        return Result.meant(text.toUpperCase(Locale.ROOT));
    }

    static Result lower(String text) {
        return Result.meant(text.toLowerCase(Locale.ROOT));
    }

    static Result digits(String text) {
        return Result.meant(text.replaceAll("[^0-9]", ""), 1);
    }

    /** One space between words, no empty parts between commas, no rule of underscores. */
    static Result tidy(String text) {
        String one = SPACES.matcher(text).replaceAll(" ");
        String parted = one.indexOf(',') < 0 ? one : COMMAS.matcher(one).replaceAll(", ");
        return Result.meant(ENDS.matcher(parted).replaceAll(""), 1);
    }

    /** The first thing that can be a number somebody files by: letters, digits, {@code - / .}, with at least one digit. */
    static Result reference(String text) {
        Matcher found = REFERENCE.matcher(text);
        while (found.find()) {
            String number = found.group();
            if (number.length() >= 3 && number.chars().anyMatch(Character::isDigit)) {
                return Result.meant(number.toUpperCase(Locale.ROOT));
            }
        }
        return Result.NOTHING;
    }

    static Result bodyPart(String text) {
        return tidy(text.toLowerCase(Locale.ROOT)
                .replaceAll("\\b(?:lt|l)\\b\\.?", "left")
                .replaceAll("\\b(?:rt|r)\\b\\.?", "right")
                .replaceAll("[.;]+$", ""));
    }

    static Result present(String text) {
        boolean written = text.chars().filter(Character::isLetterOrDigit).count() >= 2;
        return written ? Result.meant("yes") : Result.NOTHING;
    }

    /** Ticked boxes stand before their words, or else all behind them. */
    static Result yesNo(String text) {
        boolean boxFirst = text.strip().matches("(?s)[\\[(].*");
        Matcher ticked = (boxFirst ? TICK_BEFORE : TICK_AFTER).matcher(text);
        if (ticked.find()) {
            return Result.meant(ticked.group(1).toLowerCase(Locale.ROOT));
        }
        if (NO.matcher(text).find()) {
            return Result.meant("no");
        }
        return YES.matcher(text).find() ? Result.meant("yes") : Result.UNREADABLE;
    }

    static Result sex(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9].*", "");
        String sex = SEX.get(word);
        return sex == null ? Result.UNREADABLE : Result.meant(sex);
    }

    static Result firstOf(String text, String separator) {
        for (String part : text.split(Pattern.quote(separator), -1)) {
            if (!part.isBlank()) {
                return Result.meant(part.strip());
            }
        }
        return Result.NOTHING;
    }

    static NamedFunction when(Pattern pattern, boolean wanted) {
        return text -> pattern.matcher(Bounded.of(text)).find() == wanted ? Result.meant(text) : Result.NOTHING;
    }

    static NamedFunction after(Pattern words) {
        return text -> {
            Matcher matcher = words.matcher(Bounded.of(text));
            return matcher.find() ? Result.meant(text.substring(matcher.end()), 1) : Result.NOTHING;
        };
    }

    static NamedFunction before(Pattern words) {
        return text -> {
            Matcher matcher = words.matcher(Bounded.of(text));
            return Result.meant(matcher.find() ? text.substring(0, matcher.start()) : text, 1);
        };
    }
}
