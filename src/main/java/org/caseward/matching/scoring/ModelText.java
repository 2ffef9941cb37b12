package org.caseward.matching.scoring;

import java.util.EnumMap;
import java.util.Map;

/** Reads the text form of a {@link Model}. */
final class ModelText {
    private String version = "";
    private final Map<Trait, Map<Level, Model.Odds>> table = new EnumMap<>(Trait.class);
    private final Map<Setting, Double> settings = new EnumMap<>(Setting.class);

    ModelText read(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    add(line.strip().split(","));
                } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                    throw new IllegalArgumentException("Line " + number + " is no line of a match model", e);
                }
            }
        }
        return this;
    }

    Model model() {
        return Model.of(version, table, settings);
    }

    private void add(String[] cells) {
        switch (cells[0]) {
            case "VERSION" -> version = cells[1];
            case "SETTING" -> settings.put(Setting.valueOf(cells[1]), Double.parseDouble(cells[2]));
            default -> {
                Model.Odds odds = new Model.Odds(probability(cells[2]), probability(cells[3]));
                table.computeIfAbsent(Trait.valueOf(cells[0]), t -> new EnumMap<>(Level.class))
                        .put(Level.valueOf(cells[1]), odds);
            }
        }
    }

    private static double probability(String text) {
        double value = Double.parseDouble(text);
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("no probability");
        }
        return value;
    }
}
