package org.caseward.bench.population;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The slips of whoever writes or copies. */
final class Faults {
    /** Neighbours on a US keyboard. */
    private static final Map<Character, String> NEIGHBOURS = Map.ofEntries(
            Map.entry('q', "wa"),
            Map.entry('w', "qes"),
            Map.entry('e', "wrd"),
            Map.entry('r', "etf"),
            Map.entry('t', "ryg"),
            Map.entry('y', "tuh"),
            Map.entry('u', "yij"),
            Map.entry('i', "uok"),
            Map.entry('o', "ipl"),
            Map.entry('p', "ol"),
            Map.entry('a', "qsz"),
            Map.entry('s', "awdx"),
            Map.entry('d', "sefc"),
            Map.entry('f', "drgv"),
            Map.entry('g', "fthb"),
            Map.entry('h', "gyjn"),
            Map.entry('j', "hukm"),
            Map.entry('k', "jil"),
            Map.entry('l', "kop"),
            Map.entry('z', "asx"),
            Map.entry('x', "zsdc"),
            Map.entry('c', "xdfv"),
            Map.entry('v', "cfgb"),
            Map.entry('b', "vghn"),
            Map.entry('n', "bhjm"),
            Map.entry('m', "njk"),
            Map.entry('0', "9"),
            Map.entry('1', "2"),
            Map.entry('2', "13"),
            Map.entry('3', "24"),
            Map.entry('4', "35"),
            Map.entry('5', "46"),
            Map.entry('6', "57"),
            Map.entry('7', "68"),
            Map.entry('8', "79"),
            Map.entry('9', "80"));

    private Faults() {}

    /** One slip of the fingers: a neighbour's key, a letter left out or doubled, two letters in the wrong order. */
    static String typo(String text, RandomGenerator random) {
        if (text.length() < 2) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        String before = text.substring(0, at);
        char here = text.charAt(at);
        return switch (random.nextInt(5)) {
            case 0 -> before + text.substring(at + 1);
            case 1 -> before + here + text.substring(at);
            case 2 -> before + text.charAt(at + 1) + here + text.substring(at + 2);
            default -> before + neighbour(here, random) + text.substring(at + 1);
        };
    }

    /** One digit wrong, or two in the wrong order; the length stays. */
    static String digits(String text, RandomGenerator random) {
        StringBuilder out = new StringBuilder(text);
        int at = random.nextInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            int k = (at + i) % text.length();
            if (Character.isDigit(text.charAt(k))) {
                boolean swap = random.nextInt(3) == 0 && k + 1 < text.length() && Character.isDigit(text.charAt(k + 1));
                out.setCharAt(
                        k,
                        swap ? text.charAt(k + 1) : (char) ('0' + (text.charAt(k) - '0' + 1 + random.nextInt(9)) % 10));
                if (swap) {
                    out.setCharAt(k + 1, text.charAt(k));
                }
                break;
            }
        }
        return out.toString();
    }

    /** The date as written by mistake: month and day swapped, a digit wrong, a year off, or this year's. */
    static LocalDate date(LocalDate date, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                date.getDayOfMonth() <= 12
                        ? LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                        : date;
            case 3 -> date.plusYears(random.nextBoolean() ? 1 : -1);
            case 4 -> date.withDayOfMonth(1 + random.nextInt(28)).withMonth(1 + random.nextInt(12));
            default ->
                parsed(digits(date.toString(), random))
                        .filter(d -> d.getYear() > 1900 && d.getYear() < 2100)
                        .orElse(date);
        };
    }

    static Optional<LocalDate> parsed(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static char neighbour(char here, RandomGenerator random) {
        String keys = NEIGHBOURS.getOrDefault(Character.toLowerCase(here), "x");
        char key = keys.charAt(random.nextInt(keys.length()));
        return Character.isUpperCase(here) ? Character.toUpperCase(key) : key;
    }
}
