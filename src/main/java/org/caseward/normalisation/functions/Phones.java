package org.caseward.normalisation.functions;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers in E.164; a number without a country is a U.S. one. */
final class Phones {
    private static final String HOME = "US";
    private static final int LONGEST = 60;

    private Phones() {}

    static Result phone(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text.substring(0, Math.min(text.length(), LONGEST)), HOME);
            if (!numbers.isPossibleNumber(number)) {
                return Result.UNREADABLE;
            }
            String e164 = numbers.format(number, PhoneNumberFormat.E164);
            return Result.meant(e164, numbers.isValidNumber(number) ? 1 : 0.8);
        } catch (NumberParseException noNumber) {
            return Result.UNREADABLE;
        }
    }
}
