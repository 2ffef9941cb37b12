package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.normalisation.functions.Chain;
import org.jspecify.annotations.Nullable;

/**
 * What an extending file changes in its base's rules of one name; what it does not say stays.
 *
 * @param by id of the extending mapping
 * @param fromFirst paths to try before the first of these rules' own
 */
record Amendment(
        String name,
        String by,
        String pointer,
        boolean drop,
        List<Path> fromFirst,
        @Nullable Chain with,
        @Nullable Boolean all,
        @Nullable Boolean more,
        @Nullable List<Condition> conditions,
        @Nullable String fallback,
        @Nullable Boolean required) {

    /** The rules with this change made. */
    List<Rule> applied(List<Rule> rules) {
        List<Rule> amended = new ArrayList<>();
        boolean first = true;
        for (Rule rule : rules) {
            if (!rule.name().equals(name)) {
                amended.add(rule);
            } else if (!drop) {
                amended.add(applied(rule, first ? fromFirst : List.of()));
                first = false;
            }
        }
        return amended;
    }

    boolean fits(List<Rule> rules) {
        return rules.stream().anyMatch(rule -> rule.name().equals(name));
    }

    private Rule applied(Rule rule, List<Path> before) {
        List<Path> from = new ArrayList<>();
        before.forEach(path -> from.add(shapedAs(path, rule)));
        from.addAll(rule.from());
        return new Rule(
                rule.name(),
                by,
                rule.naming(),
                from,
                rule.labels(),
                rule.patterns(),
                rule.onLineWith(),
                all == null ? rule.all() : all,
                more == null ? rule.more() : more,
                with == null ? rule.with() : with,
                conditions == null ? rule.conditions() : conditions,
                fallback == null ? rule.fallback() : Optional.of(fallback),
                required == null ? rule.required() : required);
    }

    /** A path without a template of its own is written as the base's are. */
    private static Path shapedAs(Path path, Rule rule) {
        return path instanceof Path.Hl7 own
                        && own.template().isEmpty()
                        && !rule.from().isEmpty()
                        && rule.from().getFirst() instanceof Path.Hl7 base
                ? new Path.Hl7(own.path(), base.template())
                : path;
    }
}
