package org.caseward.matching.gates;

import java.util.Optional;
import org.caseward.casefile.Numbers;
import org.caseward.matching.scoring.Alike;

/**
 * Every claim or case number on the report must be, character by character, that of exactly one case. A report without one, or with a slip in it, must prove person and injury
 * without it; see {@link NumbersRead} for doubtful readings of a second number.
 */
final class ExactNumber implements FilingGate {
    @Override
    public String name() {
        return "exact-number";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        if (placement.facts().numbers().isEmpty()) {
            return provedWithoutNumber(placement)
                    ? Optional.empty()
                    : Optional.of("the report names no claim or case number");
        }
        NumbersRead read = new NumbersRead(placement);
        return placement.facts().numbers().stream()
                .filter(number -> placement.bearing(number).size() != 1)
                .filter(number -> !read.corroborated(number) && !slip(placement, number))
                .flatMap(number -> objection(placement.bearing(number).size()).stream())
                .findFirst();
    }

    private static boolean provedWithoutNumber(Placement placement) {
        return !placement.targets().isEmpty() && placement.targets().stream().allMatch(Proof::withoutNumber);
    }

    /** No case's number, but one character away from the one case's that all else proves. */
    private static boolean slip(Placement placement, String number) {
        return placement.targets().size() == 1
                && placement.bearing(number).isEmpty()
                && Proof.withoutNumber(placement.targets().getFirst())
                && placement.targets().getFirst().facts().folded().stream()
                        .anyMatch(known -> Alike.oneSlip(Numbers.folded(number), known));
    }

    private static Optional<String> objection(int cases) {
        return switch (cases) {
            case 0 -> Optional.of("a claim number on the report is not exactly that of any case");
            case 1 -> Optional.empty();
            default -> Optional.of("a claim number on the report is that of several cases");
        };
    }
}
