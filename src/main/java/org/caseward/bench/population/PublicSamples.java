package org.caseward.bench.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.caseward.bench.population.Confusions.Swap;

/**
 * Names, short forms and error tables of public samples, read where they lie beside the project: gecko-data (US census surnames and given names with counts), nicknames,
 * pseudopeople (OCR and phonetic tables).
 */
final class PublicSamples {
    private static final int SURNAME = 0;
    private static final int SURNAME_COUNT = 1;
    private static final int GIVEN_COUNT = 3;

    private final Path folder;

    private PublicSamples(Path folder) {
        this.folder = folder;
    }

    static boolean present(Path folder) {
        return Stream.of(
                        "gecko-data/en_US_last-name.csv",
                        "gecko-data/en_US_given-name-gender-ethnicity.csv",
                        "nicknames/names.csv",
                        "pseudopeople/ocr_errors.csv",
                        "pseudopeople/phonetic_variations.csv")
                .allMatch(file -> Files.isReadable(folder.resolve(file)));
    }

    static Vocabulary read(Path folder) {
        PublicSamples samples = new PublicSamples(folder);
        return new Vocabulary(
                samples.families(),
                samples.givens("f"),
                samples.givens("m"),
                samples.shortForms(),
                Confusions.of(samples.sounds(), samples.shapes()),
                "names and error tables of the public samples in " + folder);
    }

    private Weighted<String> families() {
        Map<String, Double> counts = new LinkedHashMap<>();
        rows("gecko-data/en_US_last-name.csv")
                .skip(1)
                .forEach(row -> counts.merge(row[SURNAME], Double.parseDouble(row[SURNAME_COUNT]), Double::sum));
        return Weighted.of(new LinkedHashMap<>(counts));
    }

    private Weighted<String> givens(String gender) {
        Map<String, Double> counts = new LinkedHashMap<>();
        rows("gecko-data/en_US_given-name-gender-ethnicity.csv")
                .skip(1)
                .filter(row -> row[1].equals(gender))
                .forEach(row -> counts.merge(row[0], Double.parseDouble(row[GIVEN_COUNT]), Double::sum));
        return Weighted.of(counts);
    }

    private Map<String, List<String>> shortForms() {
        Map<String, List<String>> forms = new HashMap<>();
        rows("nicknames/names.csv")
                .filter(row -> row.length == 3 && row[1].equals("has_nickname"))
                .forEach(row -> forms.computeIfAbsent(row[0].toUpperCase(Locale.ROOT), n -> new ArrayList<>())
                        .add(Faults.capital(row[2])));
        return forms;
    }

    /** Those without a condition on their neighbours; the others are few. */
    private List<Swap> sounds() {
        return rows("pseudopeople/phonetic_variations.csv")
                .filter(row -> row.length >= 7 && Arrays.stream(row).skip(3).allMatch("None"::equals))
                .map(row -> new Swap(row[0], row[1], row[2].replace("@", "")))
                .toList();
    }

    private List<String[]> shapes() {
        return rows("pseudopeople/ocr_errors.csv")
                .filter(row -> row.length == 2 && !row[0].isEmpty() && !row[1].isEmpty())
                .toList();
    }

    private Stream<String[]> rows(String file) {
        try {
            return Files.readAllLines(folder.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
