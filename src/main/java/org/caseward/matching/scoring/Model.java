package org.caseward.matching.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A versioned table of agreement weights and priors; immutable. Its text form has one line each of {@code VERSION,name}, {@code TRAIT,LEVEL,m,u} and {@code SETTING,NAME,value};
 * lines with {@code #} are remarks. Weights of an old version stay as they are; better ones get a new version.
 */
public final class Model {
    private static final double LOG2 = Math.log(2);
    private static final Trait[] TRAITS = Trait.values();
    private static final Level[] LEVELS = Level.values();

    /** The model in use where nothing else was activated: {@code matching/fs-2.csv}. */
    public static final Model CURRENT = load("fs-2");

    /** @param m how often the level is seen where report and case belong together; {@code u} where they do not */
    public record Odds(double m, double u) {
        double bits() {
            return Math.log(m / u) / LOG2;
        }
    }

    private final String version;
    private final Map<Trait, Map<Level, Odds>> table;
    private final Map<Setting, Double> settings;
    private final @Nullable Evidence[][] evidence = new Evidence[TRAITS.length][LEVELS.length];

    private Model(String version, Map<Trait, Map<Level, Odds>> table, Map<Setting, Double> settings) {
        this.version = version;
        this.table = table;
        this.settings = settings;
        table.forEach((trait, levels) -> levels.forEach(
                (level, odds) -> evidence[trait.ordinal()][level.ordinal()] = new Evidence(trait, level, odds.bits())));
    }

    public String version() {
        return version;
    }

    public double get(Setting setting) {
        return settings.getOrDefault(setting, setting.otherwise());
    }

    public Map<Trait, Map<Level, Odds>> table() {
        return table;
    }

    /** @throws IllegalArgumentException where the table has no such level for the trait */
    public Evidence evidence(Trait trait, Level level) {
        Evidence known = evidence[trait.ordinal()][level.ordinal()];
        if (known == null) {
            if (level == Level.MISSING) {
                return new Evidence(trait, level, 0);
            }
            throw new IllegalArgumentException(version + " has no weight for " + trait + " " + level);
        }
        return known;
    }

    /** The agreement of a value that a share {@code u} of strangers has too: a rare name says more than a common one. */
    public Evidence evidence(Trait trait, Level level, double u) {
        Odds odds = table.getOrDefault(trait, Map.of()).get(level);
        double atLeast = Math.max(u, get(Setting.RAREST));
        return odds == null ? evidence(trait, level) : new Evidence(trait, level, new Odds(odds.m(), atLeast).bits());
    }

    /** The same model with other weights, under another name. */
    public Model with(String newVersion, Map<Trait, Map<Level, Odds>> newTable) {
        Map<Trait, Map<Level, Odds>> merged = new EnumMap<>(table);
        newTable.forEach((trait, levels) -> merged.put(trait, new EnumMap<>(levels)));
        return new Model(newVersion, merged, settings);
    }

    /** @throws IllegalArgumentException where a line is none of the three kinds, or a probability is not between 0 and 1; it names the line and quotes nothing else */
    public static Model parse(String text) {
        return new ModelText().read(text).model();
    }

    /** What {@link #parse} reads: the same model has the same text. */
    public String text() {
        StringBuilder text = new StringBuilder("VERSION,").append(version).append('\n');
        for (Setting setting : Setting.values()) {
            text.append("SETTING,")
                    .append(setting)
                    .append(',')
                    .append(get(setting))
                    .append('\n');
        }
        table.forEach((trait, levels) -> levels.forEach((level, odds) ->
                text.append(String.format(Locale.ROOT, "%s,%s,%s,%s\n", trait, level, odds.m(), odds.u()))));
        return text.toString();
    }

    static Model of(String version, Map<Trait, Map<Level, Odds>> table, Map<Setting, Double> settings) {
        if (version.isBlank() || table.isEmpty()) {
            throw new IllegalArgumentException("A model needs a version and weights");
        }
        return new Model(version, table, settings);
    }

    static Model load(String version) {
        String resource = "/matching/" + version + ".csv";
        try (InputStream in = Model.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Model[" + version + "]";
    }
}
