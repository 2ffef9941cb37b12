package org.caseward.normalisation.functions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that compare words or put one for another; case and outer spaces never matter. Several words are parted by {@code |}. */
final class Words {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(?:[.,]\\d{1,9})?");

    private Words() {}

    /** The text itself where it is, or is not, one of the words. */
    static NamedFunction is(String given, boolean wanted) {
        List<String> words = words(given);
        return text -> words.contains(plain(text)) == wanted ? Result.meant(text) : Result.NOTHING;
    }

    static NamedFunction contains(String given) {
        List<String> words = words(given);
        return text -> words.stream().anyMatch(plain(text)::contains) ? Result.meant(text) : Result.NOTHING;
    }

    static NamedFunction startsWith(String given) {
        List<String> words = words(given);
        return text -> words.stream().anyMatch(plain(text)::startsWith) ? Result.meant(text) : Result.NOTHING;
    }

    /** {@code A=full_duty|B=restricted}; a text that is none of them is nothing, or what stands behind {@code *=}. */
    static NamedFunction means(String given) {
        Map<String, String> meanings = new HashMap<>();
        for (String pair : given.split("\\|", -1)) {
            int at = pair.indexOf('=');
            if (at < 1 || at == pair.length() - 1) {
                throw new IllegalArgumentException(
                        "means(" + given + "): expected pairs such as A=full_duty|B=restricted");
            }
            meanings.put(plain(pair.substring(0, at)), pair.substring(at + 1).strip());
        }
        String others = meanings.getOrDefault("*", "");
        return text -> Result.meant(meanings.getOrDefault(plain(text), others), 1);
    }

    /** {@code 2;} is the second part of a text parted by semicolons. */
    static NamedFunction part(String given) {
        if (!given.matches("[1-9]\\D+")) {
            throw new IllegalArgumentException(
                    "part(" + given + "): expected a digit and what parts the text, such as part(2;)");
        }
        int index = given.charAt(0) - '1';
        String separator = Pattern.quote(given.substring(1));
        return text -> {
            String[] parts = text.split(separator, -1);
            return index < parts.length ? Result.meant(parts[index].strip(), 1) : Result.NOTHING;
        };
    }

    /** The first number in a text, with a point; what has none is unreadable. */
    static Result number(String text) {
        Matcher found = NUMBER.matcher(text);
        return found.find()
                ? Result.meant(found.group().replace(',', '.').replaceFirst("^\\+", ""))
                : Result.UNREADABLE;
    }

    private static List<String> words(String given) {
        return Arrays.stream(given.split("\\|", -1)).map(Words::plain).toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
