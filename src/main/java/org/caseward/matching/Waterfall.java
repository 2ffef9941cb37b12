package org.caseward.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caseward.matching.MatchResult.Step;
import org.caseward.matching.scoring.Evidence;
import org.caseward.matching.scoring.Posterior;
import org.caseward.matching.scoring.ScoredCase;

/** How a candidate's score comes about, for a coordinator: from what anybody could be, field by field, to what remains. */
final class Waterfall {
    private final List<Step> steps = new ArrayList<>();
    private double sum;

    private Waterfall() {}

    static List<Step> of(ScoredCase scored, Posterior posterior) {
        Waterfall waterfall = new Waterfall();
        double prior = posterior.priorBits(scored);
        waterfall.add(
                String.format(Locale.ROOT, "before reading, one of all the people and cases: %+.1f", prior), prior);
        for (Evidence evidence : scored.evidence()) {
            waterfall.add(evidence.words(), evidence.bits());
        }
        double probability = posterior.of(List.of(scored));
        waterfall.steps.add(new Step(
                "against all other explanations: " + percent(probability) + " probable",
                0,
                Rounded.tenth(waterfall.sum)));
        return List.copyOf(waterfall.steps);
    }

    private void add(String words, double bits) {
        sum += bits;
        steps.add(new Step(words, Rounded.tenth(bits), Rounded.tenth(sum)));
    }

    private static String percent(double probability) {
        return probability > 0.9999
                ? "more than 99.99 %"
                : probability < 0.0001 ? "less than 0.01 %" : String.format(Locale.ROOT, "%.2f %%", probability * 100);
    }
}
