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
        boolean noWords = text.chars().noneMatch(Character::isLetter) && text.indexOf('#') < 0;
        if (noWords && digits.length() == NATIONAL && text.indexOf('+') < 0) {
            return digits;
        }
        return parsed(text, digits);
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
