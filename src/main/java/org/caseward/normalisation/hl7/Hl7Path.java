package org.caseward.normalisation.hl7;

import ca.uhn.hl7v2.model.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compiled path: {@code PID-5.1}, {@code PID-3[5=MR].1}, {@code OBX[3.1=11506-3]-5}, {@code OBX[2=TX|FT]}. A relative one has no segment: {@code .1} is a
 * component of the field at hand, {@code -5.1} a field of the segment at hand.
 *
 * @param segment empty for a relative path
 * @param field 0 where none is named; likewise component and sub
 */
public record Hl7Path(
        String text,
        String segment,
        List<Filter> segmentFilters,
        int field,
        List<Filter> repetitionFilters,
        int component,
        int sub) {
    private static final String FILTERS = "((?:\\[[^\\]]*\\])*)";
    private static final Pattern SHAPE = Pattern.compile("(?:([A-Z][A-Z0-9]{2})" + FILTERS + ")?(?:-(\\d{1,3})"
            + FILTERS + ")?(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\]]*)\\]");

    public Hl7Path {
        segmentFilters = List.copyOf(segmentFilters);
        repetitionFilters = List.copyOf(repetitionFilters);
    }

    /** @throws IllegalArgumentException saying what is wrong and what was expected */
    public static Hl7Path parse(String text, boolean relative) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (text.isBlank() || !shape.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no HL7 path; expected one such as "
                    + (relative ? ".1 or -5.1" : "PID-5.1, PID-3[5=MR].1 or OBX[3.1=11506-3]-5"));
        }
        if ((shape.group(1) == null) != relative) {
            throw new IllegalArgumentException("'" + text + "': expected "
                    + (relative
                            ? "no segment here: paths inside each: start with . or -"
                            : "a segment first, such as PID-5.1"));
        }
        if (!relative && shape.group(3) == null && shape.group(5) != null) {
            throw new IllegalArgumentException(
                    "'" + text + "': expected a field between segment and component, such as PID-5.1");
        }
        return new Hl7Path(
                text.strip(),
                orEmpty(shape.group(1)),
                filters(shape.group(2)),
                number(shape.group(3)),
                filters(shape.group(4)),
                number(shape.group(5)),
                number(shape.group(6)));
    }

    /** Every place in the message that this path means, in the order of the message. */
    public List<Spot> in(Hl7Segments message) {
        List<Segment> all = message.named(segment);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String name = all.size() > 1 ? segment + "[" + (i + 1) + "]" : segment;
            Spot whole = new Spot(all.get(i), name, 0, 0, 0, 0);
            if (passes(whole, i, segmentFilters)) {
                spots.addAll(below(whole));
            }
        }
        return spots;
    }

    /** Every place that this relative path means, seen from there. */
    public List<Spot> in(Spot from) {
        if (field == 0) {
            return List.of(from.at(from.field(), from.repetition(), component, sub));
        }
        return below(from);
    }

    private List<Spot> below(Spot whole) {
        if (field == 0) {
            return List.of(whole);
        }
        int repetitions = Spot.repetitions(whole.segment(), field);
        List<Spot> spots = new ArrayList<>(repetitions);
        for (int i = 0; i < repetitions; i++) {
            if (repetitionFilters.isEmpty() || passes(whole.at(field, i, 0, 0), i, repetitionFilters)) {
                spots.add(whole.at(field, i, component, sub));
            }
        }
        return spots;
    }

    private static boolean passes(Spot spot, int index, List<Filter> filters) {
        for (Filter filter : filters) {
            boolean passed = switch (filter) {
                case Filter.Index wanted -> index == wanted.number() - 1;
                case Filter.Match match -> holds(spot, match);
            };
            if (!passed) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Spot spot, Filter.Match match) {
        if (spot.field() > 0) {
            return match.holds(spot.at(spot.field(), spot.repetition(), match.first(), match.second())
                    .text());
        }
        return match.holds(spot.at(match.first(), 0, match.second(), 0).text());
    }

    private static List<Filter> filters(@org.jspecify.annotations.Nullable String brackets) {
        return brackets == null
                ? List.of()
                : BRACKET.matcher(brackets)
                        .results()
                        .map(found -> Filter.parse(found.group(1)))
                        .toList();
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
