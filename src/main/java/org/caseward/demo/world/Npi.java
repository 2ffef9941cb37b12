package org.caseward.demo.world;

/** National Provider Identifiers: nine digits and a Luhn check digit over them with the prefix 80840 (45 CFR 162.406). */
public final class Npi {
    private Npi() {}

    /** A well-formed identifier out of the lowest numbers. */
    static String fictional(int n) {
        String nine = "1%08d".formatted(n);
        return nine + checkDigit("80840" + nine);
    }

    public static boolean isValid(String npi) {
        return npi.matches("[12]\\d{9}")
                && checkDigit("80840" + npi.substring(0, 9)) == Character.digit(npi.charAt(9), 10);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
