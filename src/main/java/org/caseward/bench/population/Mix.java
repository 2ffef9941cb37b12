package org.caseward.bench.population;

/**
 * How often what happens. The shares are assumptions, stated here before any result was seen: {@link #ORDINARY} is meant to be a large agency's mail. In {@link #HAZARDS}
 * everything that leads to the wrong person is many times as frequent.
 *
 * @param couples … {@code twice}: of 1,000 households, those of two spouses, of other relatives, with twins, with a father and a son of one name, with (unrelated) people of one
 *     name and birth date, and where one person is on file twice; all others are one person on file
 * @param closed of 1,000 reports, those on a closed case
 * @param newInjury of 1,000 reports, those of somebody on file with an injury that is not
 * @param strangers of 1,000 reports, those on somebody who is not on file
 * @param strangersRelated of 1,000 strangers, those who are a relative (a twin too) of somebody on file
 * @param strangersNamesakes of 1,000 strangers, those with the name and birth date of somebody on file
 * @param wrongNumbers of 1,000 reports with a claim number, those with a wrong one
 * @param rough how careless everybody is
 */
public record Mix(
        int couples,
        int relatives,
        int twins,
        int generations,
        int namesakes,
        int twice,
        int closed,
        int newInjury,
        int strangers,
        int strangersRelated,
        int strangersNamesakes,
        int wrongNumbers,
        Roughness rough) {
    public static final Mix ORDINARY = new Mix(30, 15, 3, 4, 1, 2, 35, 25, 40, 140, 10, 30, Roughness.USUAL);
    public static final Mix HAZARDS = new Mix(80, 120, 80, 100, 50, 10, 30, 30, 100, 350, 150, 100, Roughness.USUAL);

    /** The same households, with other mail. */
    public Mix with(int newInjuries, int strangersOfAll, int wrong, Roughness roughness) {
        return new Mix(
                couples,
                relatives,
                twins,
                generations,
                namesakes,
                twice,
                closed,
                newInjuries,
                strangersOfAll,
                strangersRelated,
                strangersNamesakes,
                wrong,
                roughness);
    }
}
