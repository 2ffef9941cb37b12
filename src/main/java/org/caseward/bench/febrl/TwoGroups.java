package org.caseward.bench.febrl;

import java.util.List;
import java.util.stream.Stream;
import org.caseward.matching.scoring.Evidence;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.Trait;

/**
 * The product files nothing by a posterior alone; nor are two records joined by it: of name, birth date, number and address two must agree, at
 * least nearly; or the number exactly and one of the names, since people marry and names are misheard. */
final class TwoGroups {
    private static final List<List<Trait>> GROUPS = List.of(
            List.of(Trait.FAMILY, Trait.GIVEN),
            List.of(Trait.BIRTH_DATE),
            List.of(Trait.EMPLOYEE_NUMBER),
            List.of(Trait.ADDRESS));

    private TwoGroups() {}

    static boolean agree(List<Evidence> evidence) {
        return GROUPS.stream().filter(group -> agrees(group, evidence)).count() >= 2 || numberAndName(evidence);
    }

    private static boolean numberAndName(List<Evidence> evidence) {
        return of(List.of(Trait.EMPLOYEE_NUMBER), evidence).anyMatch(e -> e.level() == Level.EXACT)
                && of(GROUPS.getFirst(), evidence).anyMatch(e -> e.level() != Level.DIFFERENT);
    }

    /** None of the group's traits disagrees, and one is there. */
    private static boolean agrees(List<Trait> group, List<Evidence> evidence) {
        List<Level> levels = of(group, evidence).map(Evidence::level).toList();
        return !levels.isEmpty() && !levels.contains(Level.DIFFERENT);
    }

    private static Stream<Evidence> of(List<Trait> group, List<Evidence> evidence) {
        return evidence.stream().filter(e -> group.contains(e.trait()));
    }
}
