package org.caseward.intake.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the directory knows it.
 *
 * @param id a short word of letters, digits, dots and hyphens, for ever the same
 * @param npi ten digits, the last a Luhn digit over 80840 and the nine before (45 CFR 162.406)
 */
public record ProviderEntry(
        String id,
        String name,
        @Nullable String npi,
        @Nullable String phone,
        @Nullable String fax) {
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final String CARD_ISSUER = "80840";

    Optional<String> objection() {
        if (!ID.matcher(id).matches()) {
            return Optional.of(
                    "A provider's id may hold small letters, digits, dots, hyphens and underscores, for example city-hospital.");
        }
        if (name.isBlank()) {
            return Optional.of("A provider needs a name that coordinators know it by.");
        }
        return npi == null || isNpi(npi)
                ? Optional.empty()
                : Optional.of(
                        "The NPI does not add up (ten digits, the last one checks the others). Compare it with the provider's letterhead.");
    }

    private static boolean isNpi(String npi) {
        return npi.matches("\\d{10}") && luhn(CARD_ISSUER + npi) % 10 == 0;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum;
    }
}
