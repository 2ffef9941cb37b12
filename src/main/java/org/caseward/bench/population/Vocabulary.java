package org.caseward.bench.population;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The words that people and reports are made of.
 *
 * @param shortForms of a given name (capitals) the other forms people write
 * @param source where names and error tables come from, for the output
 */
record Vocabulary(
        Weighted<String> families,
        Weighted<String> femaleGivens,
        Weighted<String> maleGivens,
        Map<String, List<String>> shortForms,
        Confusions confusions,
        String source) {
    String given(String sex, RandomGenerator random) {
        return (sex.equals("F") ? femaleGivens : maleGivens).pick(random);
    }
}
