package org.caseward.matching.learning;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.caseward.matching.scoring.Evidence;
import org.caseward.matching.scoring.Frequencies;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredPerson;
import org.caseward.matching.scoring.Trait;

/**
 * Expectation maximisation for the model of Fellegi and Sunter (Winkler 1988; Jaro 1989): from pairs whose truth nobody knows it estimates, field by field, how often each level
 * is seen among matches (m) and among others (u). Fields are taken as independent given the truth, a missing field is left out of its pair. The same pairs, model and settings
 * give the same result to the last digit.
 */
public final class Learning {
    private static final Trait[] TRAITS = Trait.values();
    /** Added to every level's count, so that a level never seen is improbable and not impossible. */
    private static final double SMOOTHING = 0.5;

    private final Settings settings;
    private final Model start;
    private final TreeMap<String, Pattern> patterns = new TreeMap<>();
    private Map<Trait, Map<Level, Model.Odds>> table;
    private double share;

    /**
     * @param rounds the most rounds; it ends sooner where the share of matches stands still
     * @param share the share of matches to begin with
     * @param sample at most so many pairs are looked at, drawn by the seed; all where there are fewer
     * @param keepU whether u stays as the model has it: right where the pairs are candidates, whose strangers are more alike than strangers are
     */
    public record Settings(int rounds, double share, int sample, long seed, boolean keepU) {
        public static final Settings USUAL = new Settings(200, 0.2, 200_000, 20261122, false);
    }

    /**
     * What came out.
     *
     * @param share the share of matches among the pairs
     */
    public record Learned(Model model, double share, int rounds) {}

    /** The pairs that look alike, by {@link Trait#ordinal}, and how many they are. */
    private record Pattern(Level[] levels, long[] count) {}

    private Learning(Model start, Settings settings) {
        this.start = start;
        this.settings = settings;
        this.share = settings.share();
        this.table = new EnumMap<>(start.table());
    }

    /** The level of each trait of a pair of report and person, their best case included; traits that are missing are left out. */
    public static Map<Trait, Level> levels(ReportFacts facts, KnownPerson person, Model model) {
        ScoredPerson scored = ScoredPerson.of(facts, person, Frequencies.NONE, model);
        Map<Trait, Level> levels = new EnumMap<>(Trait.class);
        scored.cases().stream()
                .max(java.util.Comparator.comparingDouble(c -> c.score()))
                .ifPresent(best -> best.evidence().stream()
                        .filter(e -> e.trait() != Trait.HOUSEHOLD)
                        .forEach((Evidence e) -> levels.put(e.trait(), e.level())));
        return levels;
    }

    /**
     * @param pairs the level of each trait; one that is left out is missing
     * @param version the name of the model that comes out
     */
    public static Learned estimate(
            Collection<Map<Trait, Level>> pairs, Model start, String version, Settings settings) {
        Learning learning = new Learning(start, settings);
        learning.count(List.copyOf(pairs));
        int round = 0;
        double before = -1;
        while (round < settings.rounds() && Math.abs(learning.share - before) > 1e-9) {
            before = learning.share;
            learning.round();
            round++;
        }
        return new Learned(start.with(version, learning.table), learning.share, round);
    }

    private void count(List<Map<Trait, Level>> pairs) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        boolean all = pairs.size() <= settings.sample();
        for (int i = 0; i < Math.min(pairs.size(), settings.sample()); i++) {
            Level[] levels = new Level[TRAITS.length];
            java.util.Arrays.fill(levels, Level.MISSING);
            pairs.get(all ? i : random.nextInt(pairs.size())).forEach((trait, level) -> {
                if (start.table().getOrDefault(trait, Map.of()).containsKey(level)) {
                    levels[trait.ordinal()] = level;
                }
            });
            patterns.computeIfAbsent(List.of(levels).toString(), p -> new Pattern(levels, new long[1])).count[0]++;
        }
    }

    /** One step: how probably each pattern is a match under the present table, and the table anew from that. */
    private void round() {
        Tally matches = new Tally();
        Tally others = new Tally();
        double sum = 0;
        double all = 0;
        for (Pattern pattern : patterns.values()) {
            double probability = probability(pattern.levels());
            long count = pattern.count()[0];
            matches.add(pattern.levels(), probability * count);
            others.add(pattern.levels(), (1 - probability) * count);
            sum += probability * count;
            all += count;
        }
        share = all == 0 ? share : Math.clamp(sum / all, 1e-6, 1 - 1e-6);
        table = table(matches, others);
    }

    private double probability(Level[] levels) {
        double odds = Math.log(share / (1 - share));
        for (Trait trait : TRAITS) {
            Model.Odds known = table.getOrDefault(trait, Map.of()).get(levels[trait.ordinal()]);
            odds += known == null ? 0 : Math.log(known.m() / known.u());
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private Map<Trait, Map<Level, Model.Odds>> table(Tally matches, Tally others) {
        Map<Trait, Map<Level, Model.Odds>> next = new EnumMap<>(Trait.class);
        start.table().forEach((trait, levels) -> {
            Map<Level, Model.Odds> row = new EnumMap<>(Level.class);
            levels.forEach((level, odds) -> row.put(
                    level,
                    matches.seen(trait)
                            ? new Model.Odds(
                                    matches.share(trait, level, levels.size()),
                                    settings.keepU() ? odds.u() : others.share(trait, level, levels.size()))
                            : odds));
            next.put(trait, row);
        });
        return next;
    }

    /** How much of each level was seen. */
    private static final class Tally {
        private final Map<Trait, Map<Level, Double>> seen = new HashMap<>();

        void add(Level[] levels, double weight) {
            for (Trait trait : TRAITS) {
                if (levels[trait.ordinal()] != Level.MISSING) {
                    seen.computeIfAbsent(trait, t -> new EnumMap<>(Level.class))
                            .merge(levels[trait.ordinal()], weight, Double::sum);
                }
            }
        }

        boolean seen(Trait trait) {
            return seen.containsKey(trait);
        }

        double share(Trait trait, Level level, int levels) {
            Map<Level, Double> of = seen.getOrDefault(trait, Map.of());
            double all = of.values().stream().mapToDouble(Double::doubleValue).sum();
            return (of.getOrDefault(level, 0.0) + SMOOTHING) / (all + SMOOTHING * levels);
        }
    }
}
