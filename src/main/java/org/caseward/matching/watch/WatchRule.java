package org.caseward.matching.watch;

/**
 * How a program watches its automatic filings: {@code "watch": {"sample": 0.015, "limit": 0.00001}} in the program's settings.
 *
 * @param sample the share of filings drawn for a blind second review, 0.01 to 0.02 by default 0.015; 1 draws all
 * @param limit the share of wrong filings that must not be exceeded; by default 1 in 100,000, which is what matching claims of itself
 */
public record WatchRule(double sample, double limit) {
    public static final WatchRule DEFAULT = new WatchRule(0.015, 0.00001);

    public WatchRule {
        if (!(sample >= 0 && sample <= 1) || !(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException(
                    "A program's watch needs a sample of 0 to 1 and a limit between 0 and 1");
        }
    }
}
