package org.caseward.normalisation.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Chain;
import org.caseward.normalisation.functions.Result;

/**
 * Holds where the functions make a value of one of the texts found, or of none of them where it is turned round.
 *
 * @param field an earlier field whose values are looked at, instead of paths
 */
public record Condition(List<Path> from, Optional<String> field, Chain with, boolean not) {
    public Condition {
        from = List.copyOf(from);
    }

    /**
     * @param atPath the texts at a path
     * @param ofField the values of a field as gathered so far
     */
    public boolean holds(Function<Path, Stream<String>> atPath, Function<String, Stream<String>> ofField) {
        Stream<String> texts = field.map(ofField).orElseGet(() -> from.stream().flatMap(atPath));
        return texts.anyMatch(text -> with.apply(text) instanceof Result.Meant) != not;
    }
}
