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
        return String.format(
                Locale.ROOT, "%s %s: %+.1f", trait.words(), bits > 0 ? level.inFavour() : level.words(), bits);
    }

    /** The same evidence where the report's value was read with this confidence: what was misread contradicts nothing. */
    Evidence softened(double confidence) {
        if (bits >= 0 || confidence >= 1) {
            return this;
        }
        double ratio = confidence * Math.pow(2, bits) + (1 - confidence);
        return new Evidence(trait, level, Math.log(ratio) / Math.log(2));
    }
}
