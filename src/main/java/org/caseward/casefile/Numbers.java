package org.caseward.casefile;

/** Claim, case and employee numbers, made comparable. */
public final class Numbers {
    private static final String MISREAD = "OQDILSBZG";
    private static final String READ_AS = "000115826";

    private Numbers() {}

    /** Letters in capitals and digits only: separators are a matter of taste and no part of a number. */
    public static String plain(String number) {
        StringBuilder out = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            char capital = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
            if ((capital >= 'A' && capital <= 'Z') || (capital >= '0' && capital <= '9')) {
                out.append(capital);
            }
        }
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** {@link Phones#plain}. */
    public static String phone(String text) {
        return Phones.plain(text);
    }
}
