package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.Trait;

/**
 * Where a search key was too common to follow, somebody else may have been missed. A common name, phone or address hides nobody from whom birth date and a number of the person's
 * own would not tell the target apart: those are searched for too.
 */
final class SearchedWhole implements FilingGate {
    private static final Set<MatchKeys.Kind> SHARED = EnumSet.of(
            MatchKeys.Kind.NAMES,
            MatchKeys.Kind.PHONE,
            MatchKeys.Kind.ADDRESS,
            MatchKeys.Kind.SOUND_INJURY,
            MatchKeys.Kind.SOUND_YEAR,
            MatchKeys.Kind.EMPLOYEE_SORTED,
            MatchKeys.Kind.BIRTH_ZIP);

    @Override
    public String name() {
        return "searched-whole";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        if (placement.skipped().contains(MatchKeys.Kind.OUTDATED)) {
            return Optional.of(
                    "the search index is being written anew after an upgrade, so that not everybody could be looked for; it is matched again once that is done");
        }
        if (placement.skipped().contains(MatchKeys.Kind.SPELLED_ALIKE)) {
            return Optional.of(
                    "nobody shares a number, a date or a name with the report; who is shown is only spelled alike");
        }
        return placement.skipped().isEmpty() || harmless(placement)
                ? Optional.empty()
                : Optional.of("too many people share a name or number of this report to look at all of them");
    }

    private static boolean harmless(Placement placement) {
        return SHARED.containsAll(placement.skipped())
                && !placement.targets().isEmpty()
                && placement.targets().stream()
                        .allMatch(target -> target.level(Trait.BIRTH_DATE) == Level.EXACT && Proof.ownNumber(target));
    }
}
