package org.caseward.matching.scoring;

import java.util.Locale;

/**
 * What one trait has to say.
 *
 * @param bits the agreement weight: log2 of the likelihood ratio
 */
public record Evidence(Trait trait, Level level, double bits) {
    /** {@code birth date agrees: +14.5}. */
    public String words() {
        return String.format(Locale.ROOT, "%s %s: %+.1f", trait.words(), level.words(), bits);
    }
}
