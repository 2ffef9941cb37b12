package org.caseward.bench.population;

/**
 * How carelessly people write, file and read, beside what is usual here: to see that a figure does not hang on one table of errors.
 *
 * @param errors so many times the slips and misread characters, on paper and on file
 * @param gaps so many times the things that are left unsaid
 * @param ownWords the small built-in names and error tables, even where public samples lie beside the project
 */
public record Roughness(double errors, double gaps, boolean ownWords) {
    public static final Roughness USUAL = new Roughness(1, 1, false);

    double error(double share) {
        return Math.min(1, share * errors);
    }

    /** The share that is said, where {@code share} of it usually is. */
    double said(double share) {
        return Math.max(0, 1 - (1 - share) * gaps);
    }

    Vocabulary words() {
        return ownWords ? BuiltIn.words() : Words.here();
    }
}
