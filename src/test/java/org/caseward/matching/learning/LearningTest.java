package org.caseward.matching.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.Trait;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final String KNOWN = """
            VERSION,truth
            SSN,EXACT,0.95,0.001
            SSN,ONE_OFF,0.03,0.004
            SSN,DIFFERENT,0.02,0.995
            PHONE,EXACT,0.60,0.010
            PHONE,DIFFERENT,0.40,0.990
            SEX,EXACT,0.98,0.500
            SEX,DIFFERENT,0.02,0.500
            BODY_PART,EXACT,0.85,0.070
            BODY_PART,DIFFERENT,0.15,0.930
            """;
    private static final String GUESS = """
            VERSION,guess
            SSN,EXACT,0.80,0.010
            SSN,ONE_OFF,0.10,0.100
            SSN,DIFFERENT,0.10,0.890
            PHONE,EXACT,0.70,0.100
            PHONE,DIFFERENT,0.30,0.900
            SEX,EXACT,0.80,0.400
            SEX,DIFFERENT,0.20,0.600
            BODY_PART,EXACT,0.70,0.200
            BODY_PART,DIFFERENT,0.30,0.800
            """;

    @Test
    void recoversTheKnownShares() {
        Model truth = Model.parse(KNOWN);
        Learning.Learned learned =
                Learning.estimate(pairs(truth, 60_000, 0.3), Model.parse(GUESS), "learned", Learning.Settings.USUAL);

        assertThat(learned.share()).isCloseTo(0.3, within(0.01));
        truth.table()
                .forEach((trait, levels) -> levels.forEach((level, odds) -> {
                    Model.Odds found = java.util.Objects.requireNonNull(learned.model()
                            .table()
                            .getOrDefault(trait, Map.of())
                            .get(level));
                    assertThat(found.m()).as(trait + " " + level).isCloseTo(odds.m(), within(0.015));
                    assertThat(found.u()).as(trait + " " + level).isCloseTo(odds.u(), within(0.015));
                }));
    }

    @Test
    void theSamePairsGiveTheSameModelToTheLastDigit() {
        List<Map<Trait, Level>> pairs = pairs(Model.parse(KNOWN), 3_000, 0.3);
        Learning.Settings few = new Learning.Settings(50, 0.2, 1_000, 7, true);
        Model guess = Model.parse(GUESS);

        String once = Learning.estimate(pairs, guess, "a", few).model().text();
        assertThat(Learning.estimate(pairs, guess, "a", few).model().text()).isEqualTo(once);
    }

    private static List<Map<Trait, Level>> pairs(Model truth, int count, double share) {
        SplittableRandom random = new SplittableRandom(5);
        List<Map<Trait, Level>> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean match = random.nextDouble() < share;
            Map<Trait, Level> pair = new EnumMap<>(Trait.class);
            truth.table().forEach((trait, levels) -> {
                // a tenth of the values is missing
                if (random.nextInt(10) > 0) {
                    pair.put(trait, drawn(levels, match, random));
                }
            });
            pairs.add(pair);
        }
        return pairs;
    }

    private static Level drawn(Map<Level, Model.Odds> levels, boolean match, SplittableRandom random) {
        double at = random.nextDouble();
        Level last = Level.DIFFERENT;
        for (Map.Entry<Level, Model.Odds> level : levels.entrySet()) {
            at -= match ? level.getValue().m() : level.getValue().u();
            last = level.getKey();
            if (at < 0) {
                return last;
            }
        }
        return last;
    }
}
