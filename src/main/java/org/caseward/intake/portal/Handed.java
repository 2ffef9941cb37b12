package org.caseward.intake.portal;

import java.util.Locale;

/** By whose hand it came: the provider's own, or a member of the staff who opened the mail or stood at the counter. */
enum Handed {
    PORTAL,
    MAIL,
    COUNTER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
