package org.caseward.normalisation.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseward.normalisation.mapping.Mapping;

/** Tells which document a page begins, by its title and by other words that such a page carries. */
public final class Recognition {
    private static final int WORDS_BESIDE_TITLE = 5;
    private static final int ANCHOR_WEIGHT = 5;

    private Recognition() {}

    private record Scored(Mapping mapping, int score) {}

    /** The mapping that fits the page best, if any does. */
    public static Optional<Mapping> recognise(List<Mapping> documents, List<Line> page) {
        return documents.stream()
                .map(mapping -> new Scored(mapping, score(mapping, page)))
                .filter(scored -> scored.score() > 0)
                .max(Comparator.comparingInt(Scored::score))
                .map(Scored::mapping);
    }

    private static int score(Mapping mapping, List<Line> page) {
        LabelFinder titles = new LabelFinder(mapping.applies().titles());
        int title = page.stream()
                .flatMap(line -> titles.find(line).stream().filter(hit -> isTitle(hit, line)))
                .mapToInt(hit -> hit.label().length())
                .max()
                .orElse(0);
        LabelFinder anchors = new LabelFinder(mapping.applies().anchors());
        Set<String> found = page.stream()
                .flatMap(line -> anchors.find(line).stream())
                .map(Hit::label)
                .collect(Collectors.toSet());
        boolean enough = title > 0 && found.size() >= mapping.applies().anchorsNeeded();
        return enough ? title + ANCHOR_WEIGHT * found.size() : 0;
    }

    /** A title has its line nearly to itself; the same words inside a sentence are only spoken of. */
    private static boolean isTitle(Hit hit, Line line) {
        return hit.placed() && line.tokens().size() - (hit.to() - hit.from()) <= WORDS_BESIDE_TITLE;
    }
}
