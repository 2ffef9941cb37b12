package org.caseward.casefile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Telephone numbers, made comparable. */
final class Phones {
    private static final String HOME = "US";
    private static final int HOME_CODE = 1;
    private static final int NATIONAL = 10;
    private static final int SHORTEST = 7;

    private Phones() {}

    /**
     * The ten digits of a North American number without its extension, or country code and number of another; the digits as they stand where it is none that can be dialled;
     * empty where there are fewer than seven.
     */
    static String plain(String text) {
        String digits = Numbers.digits(text);
        if (digits.length() < SHORTEST) {
            return "";
        }
        boolean plus = text.indexOf('+') >= 0;
        if (hasWords(text)) {
            return parsed(text, digits);
        }
        if (digits.length() == NATIONAL && !plus) {
            return digits;
        }
        boolean home = digits.length() == NATIONAL + 1 && digits.charAt(0) == '0' + HOME_CODE;
        return home ? digits.substring(1) : parsed(text, digits);
    }

    /** An extension perhaps, or a number spelled in letters. */
    private static boolean hasWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i)) || text.charAt(i) == '#') {
                return true;
            }
        }
        return false;
    }

    private static String parsed(String text, String digits) {
        try {
            PhoneNumber number = PhoneNumberUtil.getInstance().parse(text, HOME);
            String national = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
            return number.getCountryCode() == HOME_CODE ? national : number.getCountryCode() + national;
        } catch (NumberParseException e) {
            return digits.substring(Math.max(0, digits.length() - NATIONAL));
        }
    }
}
