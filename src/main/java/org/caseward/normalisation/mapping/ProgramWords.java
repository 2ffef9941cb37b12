package org.caseward.normalisation.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caseward.normalisation.MappingUsed;

/**
 * One program's own words for values: renamed first, then limited.
 *
 * @param used the files that say so
 */
public record ProgramWords(List<MappingUsed> used, Map<String, Words> byField) {
    public static final ProgramWords NONE = new ProgramWords(List.of(), Map.of());

    public ProgramWords {
        used = List.copyOf(used);
        byField = Map.copyOf(byField);
    }

    /**
     * @param rename by the value in small letters
     * @param only the values that the program knows; empty where it knows all
     */
    public record Words(Map<String, String> rename, Set<String> only) {
        public Words {
            rename = Map.copyOf(rename);
            only = Set.copyOf(only);
        }

        /** The program's word for a value, or nothing where it knows none. */
        public Optional<String> of(String value) {
            String word = rename.getOrDefault(value.toLowerCase(java.util.Locale.ROOT), value);
            return only.isEmpty() || only.contains(word) ? Optional.of(word) : Optional.empty();
        }
    }
}
