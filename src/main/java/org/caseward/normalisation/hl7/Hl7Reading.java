package org.caseward.normalisation.hl7;

import ca.uhn.hl7v2.model.Message;
import java.util.List;
import java.util.stream.Stream;
import org.caseward.normalisation.FieldsDraft;
import org.caseward.normalisation.Found;
import org.caseward.normalisation.RuleRunner;
import org.caseward.normalisation.mapping.Mapping;
import org.caseward.normalisation.mapping.Path;
import org.caseward.normalisation.mapping.Rule;
import org.caseward.normalisation.text.Line;
import org.caseward.report.Evidence;

/** One message, read by a mapping. */
public final class Hl7Reading {
    public static final String METHOD = "hl7";

    private final Hl7Segments segments;

    public Hl7Reading(Message message) {
        this.segments = new Hl7Segments(message);
    }

    /** The first text that the mapping's rule of that name finds, or an empty one. */
    public String first(Mapping mapping, String name) {
        return mapping.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .flatMap(rule -> rule.from().stream())
                .flatMap(path -> find(path).stream())
                .map(found -> found.raw().strip())
                .findFirst()
                .orElse("");
    }

    public void read(Mapping mapping, FieldsDraft draft) {
        mapping.rules().forEach(rule -> RuleRunner.run(rule, rule.name(), this::find, draft));
        mapping.each().forEach(each -> read(each, draft));
    }

    /** The lines of free text, in which labels are looked for. */
    public List<Line> lines(Mapping mapping) {
        return mapping.text().stream()
                .flatMap(path -> find(path).stream())
                .flatMap(found -> FormattedText.lines(found.raw()).stream()
                        .map(text -> Line.of(text, found.evidence().getFirst())))
                .toList();
    }

    private void read(Mapping.Each each, FieldsDraft draft) {
        if (each.over() instanceof Path.Hl7 over) {
            for (Spot spot : over.path().in(segments)) {
                each.rules().forEach(rule -> read(rule, spot, draft));
            }
        }
    }

    private static void read(Rule rule, Spot spot, FieldsDraft draft) {
        RuleRunner.run(rule, named(rule, spot), path -> find(path, spot), draft);
    }

    private static String named(Rule rule, Spot spot) {
        return rule.naming()
                .map(place -> rule.named(
                        find(place, spot).stream().map(Found::raw).findFirst().orElse("")))
                .orElse(rule.name());
    }

    private List<Found> find(Path path) {
        return path instanceof Path.Hl7 hl7
                ? hl7.path().in(segments).stream()
                        .flatMap(spot -> found(hl7, spot))
                        .toList()
                : List.of();
    }

    private static List<Found> find(Path path, Spot from) {
        return path instanceof Path.Hl7 hl7
                ? hl7.path().in(from).stream().flatMap(spot -> found(hl7, spot)).toList()
                : List.of();
    }

    private static Stream<Found> found(Path.Hl7 path, Spot spot) {
        String text = path.template().map(template -> template.fill(spot)).orElseGet(spot::text);
        return text.isBlank()
                ? Stream.empty()
                : Stream.of(new Found(text, 1, METHOD, List.of(new Evidence.AtPath(spot.path()))));
    }
}
