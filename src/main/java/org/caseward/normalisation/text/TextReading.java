package org.caseward.normalisation.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caseward.normalisation.FieldsDraft;
import org.caseward.normalisation.Found;
import org.caseward.normalisation.RuleRunner;
import org.caseward.normalisation.functions.Result;
import org.caseward.normalisation.mapping.Mapping;
import org.caseward.normalisation.mapping.Rule;
import org.caseward.report.Box;
import org.caseward.report.Evidence;

/** Lines read by a mapping's labels and patterns. */
public final class TextReading {
    private final LabelledText text;
    private final String method;
    private final Mapping mapping;
    private final List<Place> places = new ArrayList<>();

    /** @param method of the values found: {@code hl7}, {@code text-layer}, {@code ocr} … */
    public TextReading(List<Line> lines, String method, Mapping mapping) {
        this.text = new LabelledText(lines, new LabelFinder(mapping.labels()));
        this.method = method;
        this.mapping = mapping;
        for (int i = 0; i < text.size(); i++) {
            for (Hit hit : text.hits(i)) {
                places.add(new Place(i, hit));
            }
        }
    }

    public void read(FieldsDraft draft) {
        PatternSearch search = new PatternSearch(text);
        for (Rule rule : mapping.labelled()) {
            if (!RuleRunner.holds(rule, draft)) {
                continue;
            }
            draft.expect(rule.name(), rule);
            if (rule.all() || !draft.hasValue(rule.name())) {
                Stream<Found> byPattern = search.find(rule).map(this::found);
                Stream<Found> byLabel = values(rule).stream();
                take(rule, Stream.concat(byPattern, byLabel), draft);
            }
        }
    }

    private static void take(Rule rule, Stream<Found> found, FieldsDraft draft) {
        for (Found one : found.toList()) {
            if (draft.take(rule.name(), rule, one) && !rule.all()) {
                return;
            }
        }
    }

    private record Place(int line, Hit hit) {}

    private List<Found> values(Rule rule) {
        return places.stream()
                .filter(place -> rule.foldedLabels().contains(place.hit().label())
                        && standsRight(rule, place.line(), place.hit()))
                .sorted(Comparator.comparing((Place place) -> !place.hit().sure()))
                .flatMap(place -> value(rule, place).stream())
                .toList();
    }

    private boolean standsRight(Rule rule, int line, Hit hit) {
        if (rule.onLineWith().isEmpty()) {
            return true;
        }
        return text.hits(line).stream()
                .anyMatch(other ->
                        other.from() < hit.from() && rule.foldedBefore().contains(other.label()));
    }

    /** Right of the label, else below it; where the label is unsure, only what the rule's function recognises. */
    private List<Found> value(Rule rule, Place place) {
        List<Token> right = text.right(place.line(), place.hit(), rule.with().strict());
        List<Token> below = text.below(place.line(), place.hit());
        boolean under = right.isEmpty() || (captions(place.hit()) && reads(rule, below) && !reads(rule, right));
        List<Token> chosen = under ? below : right;
        if (chosen.isEmpty() || !isItsValue(rule, place.hit(), chosen, under)) {
            return List.of();
        }
        return List.of(found(rule.more() ? withMore(chosen, place.line() + (under ? 1 : 0)) : chosen));
    }

    /** A label in several words and without a colon may be a caption above its value. */
    private static boolean captions(Hit hit) {
        return hit.phrase() && !hit.colon();
    }

    private static boolean isItsValue(Rule rule, Hit hit, List<Token> value, boolean under) {
        boolean apart = under || value.getFirst().gap() >= Token.WIDE;
        if (hit.colon() || (hit.placed() && apart)) {
            return true;
        }
        return rule.with().strict() ? reads(rule, value) : hit.sure();
    }

    private List<Token> withMore(List<Token> first, int line) {
        return Stream.concat(first.stream(), text.continuation(line).stream()).toList();
    }

    private static boolean reads(Rule rule, List<Token> tokens) {
        return !tokens.isEmpty() && rule.with().apply(Line.text(tokens)) instanceof Result.Meant;
    }

    private Found found(List<Token> tokens) {
        double confidence =
                tokens.stream().mapToDouble(Token::confidence).average().orElse(0);
        return new Found(Line.text(tokens), confidence, method, evidence(tokens));
    }

    /** One box a page, or the paths of a message. */
    private static List<Evidence> evidence(List<Token> tokens) {
        Map<Integer, Box> boxes = new LinkedHashMap<>();
        Stream.Builder<Evidence> paths = Stream.builder();
        for (Token token : tokens) {
            switch (token.evidence()) {
                case Evidence.OnPage place -> boxes.merge(place.page(), place.box(), Box::around);
                case Evidence.AtPath path -> paths.add(path);
            }
        }
        Stream<Evidence> onPages =
                boxes.entrySet().stream().map(entry -> new Evidence.OnPage(entry.getKey(), entry.getValue()));
        return Stream.concat(onPages, paths.build().distinct()).toList();
    }
}
