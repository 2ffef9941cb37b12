package org.caseward.casefile;

import java.util.Locale;

/** Claim, case and employee numbers, made comparable. */
public final class Numbers {
    private static final String MISREAD = "OQDILSBZG";
    private static final String READ_AS = "000115826";

    private Numbers() {}

    /** Letters in capitals and digits only: separators are a matter of taste and no part of a number. */
    public static String plain(String number) {
        StringBuilder out = new StringBuilder(number.length());
        number.toUpperCase(Locale.ROOT).chars().filter(Numbers::counts).forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** {@link #plain} with the letters that are mistaken for digits (O0 I1 L1 S5 B8 Z2 G6) written as these digits. */
    public static String folded(String number) {
        StringBuilder out = new StringBuilder(plain(number));
        for (int i = 0; i < out.length(); i++) {
            int misread = MISREAD.indexOf(out.charAt(i));
            if (misread >= 0) {
                out.setCharAt(i, READ_AS.charAt(misread));
            }
        }
        return out.toString();
    }

    public static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** The last ten digits of a North American number; empty where there are fewer than seven. */
    public static String phone(String text) {
        String digits = digits(text);
        return digits.length() < 7 ? "" : digits.substring(Math.max(0, digits.length() - 10));
    }

    private static boolean counts(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
