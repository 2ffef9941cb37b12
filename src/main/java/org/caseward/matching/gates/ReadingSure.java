package org.caseward.matching.gates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.extraction.Word;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;

/**
 * What identity rests on must have been read surely, and a page that could not be read may say anything. A doubtful reading is borne where it agrees and enough else is there.
 */
final class ReadingSure implements FilingGate {
    /** Below this mean a page is noise. */
    static final double READABLE = 0.50;

    /** Groups of identity: one more than a surely read report needs. */
    private static final int ENOUGH = 3;

    private static final Set<String> NAMES = Set.of(FieldNames.FAMILY, FieldNames.GIVEN);
    private static final List<String> KEYS =
            List.of(FieldNames.CLAIM_NUMBER, FieldNames.FAMILY, FieldNames.GIVEN, FieldNames.BIRTH_DATE);

    @Override
    public String name() {
        return "reading-sure";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return unsureField(placement).or(() -> unreadablePage(placement));
    }

    private static Optional<String> unsureField(Placement placement) {
        Set<String> unsure = unsure(placement);
        return unsure.isEmpty() || proved(placement, unsure)
                ? Optional.empty()
                : Optional.of(unsure.iterator().next() + " was not read surely enough");
    }

    private static Set<String> unsure(Placement placement) {
        NumbersRead numbers = new NumbersRead(placement);
        Set<String> unsure = new LinkedHashSet<>(2);
        for (String name : KEYS) {
            for (FieldValue value : placement.report().fields().all(name)) {
                if (value.confidence() < NumbersRead.SURE
                        && !(name.equals(FieldNames.CLAIM_NUMBER) && numbers.corroborated(value))) {
                    unsure.add(name);
                }
            }
        }
        return unsure;
    }

    /** Whether identity rests on enough else: what was read in doubt agrees, and would not be missed. */
    private static boolean proved(Placement placement, Set<String> unsure) {
        return placement.targets().size() == 1 && proved(placement.targets().getFirst(), unsure);
    }

    private static boolean proved(ScoredCase target, Set<String> unsure) {
        if (unsure.equals(Set.of(FieldNames.CLAIM_NUMBER))) {
            return Proof.withoutNumber(target)
                    || (target.level(Trait.NUMBER) == Level.EXACT
                            && Proof.identity(target).size() >= ENOUGH);
        }
        boolean agrees = (NAMES.containsAll(unsure) || unsure.equals(Set.of(FieldNames.BIRTH_DATE)))
                && target.level(Trait.BIRTH_DATE) == Level.EXACT
                && target.level(Trait.FAMILY) == Level.EXACT
                && target.level(Trait.GIVEN) == Level.EXACT;
        return agrees && (Proof.identity(target).size() >= ENOUGH || Proof.wholeInjury(target));
    }

    private static Optional<String> unreadablePage(Placement placement) {
        return placement.report().extracted().source() instanceof Source.Document
                ? placement.report().extracted().pages().stream()
                        .filter(ReadingSure::unreadable)
                        .findFirst()
                        .map(page -> "page " + page.number() + " could not be read")
                : Optional.empty();
    }

    private static boolean unreadable(Page page) {
        return page.words().stream().mapToDouble(Word::confidence).average().orElse(0) < READABLE;
    }
}
