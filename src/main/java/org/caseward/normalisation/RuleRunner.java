package org.caseward.normalisation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseward.normalisation.mapping.Condition;
import org.caseward.normalisation.mapping.Path;
import org.caseward.normalisation.mapping.Rule;

/** Applies path rules: the first path with a value wins, or all of them count. A field that an earlier rule filled stays. */
public final class RuleRunner {
    private RuleRunner() {}

    public static void run(Rule rule, String name, Function<Path, List<Found>> read, FieldsDraft draft) {
        if (!holds(rule, path -> read.apply(path).stream().map(Found::raw), draft)) {
            return;
        }
        draft.expect(name, rule);
        if (!rule.all() && draft.hasValue(name)) {
            return;
        }
        for (Path path : rule.from()) {
            boolean meant = false;
            for (Found found : read.apply(path)) {
                meant |= draft.take(name, rule, found);
                if (meant && !rule.all()) {
                    return;
                }
            }
        }
    }

    /** Whether the rule's conditions hold, as far as they look at earlier fields. */
    public static boolean holds(Rule rule, FieldsDraft draft) {
        return holds(rule, path -> Stream.of(), draft);
    }

    private static boolean holds(Rule rule, Function<Path, Stream<String>> read, FieldsDraft draft) {
        for (Condition condition : rule.conditions()) {
            if (!condition.holds(read, draft::texts)) {
                return false;
            }
        }
        return true;
    }
}
