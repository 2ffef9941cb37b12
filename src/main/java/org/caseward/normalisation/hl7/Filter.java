package org.caseward.normalisation.hl7;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between brackets in a path: the n-th one, or those where a place below holds one of some texts. */
sealed interface Filter {
    /** {@code [2]}, from 1. */
    record Index(int number) implements Filter {}

    /** {@code [3.1=A|B]}, {@code [5!=MR]}, {@code [3.2~injury date]}; case never matters. */
    record Match(int first, int second, Test test, List<String> texts) implements Filter {
        boolean holds(String text) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            return switch (test) {
                case IS -> texts.contains(lower);
                case IS_NOT -> !texts.contains(lower);
                case CONTAINS -> texts.stream().anyMatch(lower::contains);
            };
        }
    }

    enum Test {
        IS,
        IS_NOT,
        CONTAINS
    }

    Pattern MATCH = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?(=|!=|~)(.*)");

    /** @throws IllegalArgumentException saying what was expected */
    static Filter parse(String inner) {
        if (inner.matches("[1-9]\\d{0,3}")) {
            return new Index(Integer.parseInt(inner));
        }
        Matcher match = MATCH.matcher(inner);
        if (!match.matches()) {
            throw new IllegalArgumentException("filter [" + inner
                    + "]: expected a number, or place=text, place!=text, place~part with | between several texts");
        }
        Test test = switch (match.group(3)) {
            case "=" -> Test.IS;
            case "!=" -> Test.IS_NOT;
            default -> Test.CONTAINS;
        };
        int second = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        List<String> texts = List.of(match.group(4).toLowerCase(Locale.ROOT).split("\\|", -1));
        return new Match(Integer.parseInt(match.group(1)), second, test, texts);
    }
}
