package org.caseward.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which given names stand for which: {@code BILL} for {@code WILLIAM}. The table is {@code casefile/nicknames.csv}: a full name, then its short forms. */
public final class Nicknames {
    private static final Map<String, Set<String>> FULL_NAMES = load();

    private Nicknames() {}

    /** The name itself (compact, capitals) and the full names that it is short for. */
    public static Set<String> roots(String given) {
        Set<String> full = FULL_NAMES.get(given);
        return full == null ? Set.of(given) : full;
    }

    public static boolean same(String one, String other) {
        return !Collections.disjoint(roots(one), roots(other));
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> fullNames = new HashMap<>();
        for (String line : text().lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] names = line.split(",");
            for (String name : names) {
                Set<String> roots = fullNames.computeIfAbsent(name, n -> new TreeSet<>());
                roots.add(name);
                roots.add(names[0]);
            }
        }
        return fullNames;
    }

    private static String text() {
        try (InputStream in = Nicknames.class.getResourceAsStream("/casefile/nicknames.csv")) {
            if (in == null) {
                throw new IllegalStateException("casefile/nicknames.csv is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
