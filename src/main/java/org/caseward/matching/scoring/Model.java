package org.caseward.matching.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** A versioned table of agreement weights: {@code matching/VERSION.csv}. Weights of an old version stay as they are; better ones get a new version. */
public final class Model {
    public static final Model CURRENT = load("fs-1");

    private record Odds(double m, double u) {
        double bits() {
            return Math.log(m / u) / Math.log(2);
        }
    }

    private final String version;
    private final Map<Trait, Map<Level, Odds>> table = new EnumMap<>(Trait.class);
    private final Map<Trait, Map<Level, Double>> bits = new EnumMap<>(Trait.class);

    private Model(String version) {
        this.version = version;
    }

    public String version() {
        return version;
    }

    /** @throws IllegalArgumentException where the table has no such level for the trait */
    public Evidence evidence(Trait trait, Level level) {
        if (level == Level.MISSING) {
            return new Evidence(trait, level, 0);
        }
        Double weight = bits.getOrDefault(trait, Map.of()).get(level);
        if (weight == null) {
            throw new IllegalArgumentException(version + " has no weight for " + trait + " " + level);
        }
        return new Evidence(trait, level, weight);
    }

    /** The agreement of a value that a share {@code u} of strangers has too: a rare name says more than a common one. */
    public Evidence evidence(Trait trait, Level level, double u) {
        Odds odds = table.getOrDefault(trait, Map.of()).get(level);
        return odds == null ? evidence(trait, level) : new Evidence(trait, level, new Odds(odds.m(), u).bits());
    }

    static Model load(String version) {
        Model model = new Model(version);
        text("/matching/" + version + ".csv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(model::add);
        return model;
    }

    private void add(String line) {
        String[] cells = line.split(",");
        Trait trait = Trait.valueOf(cells[0]);
        Level level = Level.valueOf(cells[1]);
        Odds odds = new Odds(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        table.computeIfAbsent(trait, t -> new EnumMap<>(Level.class)).put(level, odds);
        bits.computeIfAbsent(trait, t -> new EnumMap<>(Level.class)).put(level, odds.bits());
    }

    private static String text(String resource) {
        try (InputStream in = Model.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
