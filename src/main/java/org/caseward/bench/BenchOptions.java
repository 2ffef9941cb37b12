package org.caseward.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was asked for by {@code --key value}, and the bench's defaults for the rest. */
public final class BenchOptions {
    private final Map<String, String> values;

    private BenchOptions(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param given {@code --key}, {@code value}, …
     * @throws IllegalArgumentException in words for whoever typed it
     */
    public static BenchOptions of(List<Bench.Option> known, List<String> given) {
        Map<String, String> values = new HashMap<>();
        known.forEach(option -> values.put(option.name(), option.standard()));
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < given.size(); i += 2) {
            String name = given.get(i).startsWith("--") ? given.get(i).substring(2) : "";
            if (!values.containsKey(name) || !twice.add(name)) {
                throw new IllegalArgumentException(
                        "'" + given.get(i) + "' is no option here, or is there twice. Known: "
                                + known.stream().map(o -> "--" + o.name()).collect(Collectors.joining(" ")));
            }
            if (i + 1 == given.size()) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
            values.put(name, given.get(i + 1));
        }
        return new BenchOptions(values);
    }

    /** The defaults alone. */
    public static BenchOptions standard(Bench bench) {
        return of(bench.options(), List.of());
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The bench does not declare its option " + name);
        }
        return value;
    }

    public long whole(String name) {
        try {
            return Long.parseLong(text(name).replace("_", "").replace(",", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " takes a whole number, not '" + text(name) + "'", e);
        }
    }

    /** A number with or without a point, not negative. */
    public double decimal(String name) {
        try {
            double value = Double.parseDouble(text(name));
            if (value >= 0 && value < Double.MAX_VALUE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as one that is out of bounds is
        }
        throw new IllegalArgumentException("--" + name + " takes a number of 0 or more, not '" + text(name) + "'");
    }

    /** A count of at least one. */
    public int count(String name) {
        long value = whole(name);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("--" + name + " takes a number from 1 to " + Integer.MAX_VALUE);
        }
        return (int) value;
    }
}
