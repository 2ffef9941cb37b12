package org.caseward.normalisation;

import java.util.List;
import java.util.function.Function;
import org.caseward.normalisation.mapping.Path;
import org.caseward.normalisation.mapping.Rule;

/** Applies path rules: the first path with a value wins, or all of them count. A field that an earlier rule filled stays. */
public final class RuleRunner {
    private RuleRunner() {}

    public static void run(Rule rule, String name, Function<Path, List<Found>> read, FieldsDraft draft) {
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
}
