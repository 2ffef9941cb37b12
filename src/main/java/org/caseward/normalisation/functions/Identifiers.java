package org.caseward.normalisation.functions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with rules of their own: NPI, ICD-10-CM, the last four of a social security number. */
public final class Identifiers {
    private static final int CHECK_PREFIX_SUM = 24;
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![\\dA-Za-z])\\d(?:[ -]?\\d){9}(?!\\d)");
    private static final Pattern ICD_SHAPE = Pattern.compile(
            "(?<![A-Za-z0-9$])([A-Za-z$0-9|!])([0-9OoIlSs])([0-9A-Za-z])(?:\\s?[.,]\\s?([0-9A-Za-z$]{1,4})|([0-9A-Za-z$]{2,4})|)(?![A-Za-z0-9])");
    private static final Pattern ICD10 = Pattern.compile("[A-TV-Z][0-9][0-9AB](?:\\.[0-9A-Z]{1,4})?");

    private Identifiers() {}

    /** Whether the check digit holds: Luhn over {@code 80840} and the ten digits (45 CFR 162.406; ISO 7812). */
    public static boolean isNpi(String tenDigits) {
        if (!tenDigits.matches("[12][0-9]{9}")) {
            return false;
        }
        int sum = CHECK_PREFIX_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = tenDigits.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static Result npi(String text) {
        Matcher digits = TEN_DIGITS.matcher(text);
        if (!digits.find()) {
            return Result.UNREADABLE;
        }
        String npi = digits.group().replaceAll("[ -]", "");
        return Result.meant(npi, isNpi(npi) ? 1 : 0.3);
    }

    static Result validNpi(String text) {
        String npi = text.strip();
        return isNpi(npi) ? Result.meant(npi) : Result.NOTHING;
    }

    /** The first ICD-10-CM code in the text, with the usual misreadings of a scan put right ({@code $83,412A} is {@code S83.412A}). */
    static Result icd10(String text) {
        Matcher shape = ICD_SHAPE.matcher(text);
        for (int i = 0; i < 40 && shape.find(); i++) {
            String asWritten = shape.group().strip();
            String code = repaired(shape);
            if (ICD10.matcher(code).matches()) {
                boolean untouched =
                        asWritten.equalsIgnoreCase(code) || asWritten.equalsIgnoreCase(code.replace(".", ""));
                return Result.meant(code, untouched ? 1 : 0.85);
            }
        }
        return Result.UNREADABLE;
    }

    private static String repaired(Matcher shape) {
        String letter = asLetter(shape.group(1));
        String category = asDigits(shape.group(2)) + asCategoryEnd(shape.group(3));
        String rest = shape.group(4) != null ? shape.group(4) : shape.group(5);
        if (rest == null) {
            return letter + category;
        }
        return letter + category + "." + asSubclass(rest).toUpperCase(java.util.Locale.ROOT);
    }

    private static String asLetter(String text) {
        return switch (text) {
            case "$", "5" -> "S";
            case "0" -> "O";
            case "1", "|", "!" -> "I";
            case "8" -> "B";
            case "2" -> "Z";
            default -> text.toUpperCase(java.util.Locale.ROOT);
        };
    }

    private static String asDigits(String text) {
        return text.replaceAll("[Oo]", "0").replaceAll("[Il|]", "1").replaceAll("[Ss$]", "5");
    }

    private static String asCategoryEnd(String text) {
        return text.matches("[AaBb]") ? text.toUpperCase(java.util.Locale.ROOT) : asDigits(text);
    }

    /** Letters stand only at the end (the seventh character) or as the filler X; elsewhere they are misread digits. */
    private static String asSubclass(String rest) {
        if (rest.length() < 4) {
            return asDigits(rest.replace("$", "5"));
        }
        return asDigits(rest.substring(0, 3)) + rest.charAt(3);
    }

    /** At least four digits at the end, so that {@code ***-**-1234}, {@code 123-45-6789} and {@code 1234} all tell their last four. */
    static Result ssnLast4(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        boolean plausible = digits.length() == 4 || digits.length() == 9;
        return plausible ? Result.meant(digits.substring(digits.length() - 4)) : Result.UNREADABLE;
    }

    /** Of a number that must not be kept whole: its last four digits behind stars. */
    static String masked(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return "***-**-" + (digits.length() < 4 ? "****" : digits.substring(digits.length() - 4));
    }
}
