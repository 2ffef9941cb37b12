package org.caseward.matching.gates;

import java.util.Optional;

/** A closed case takes nothing without a person: it may be a recurrence. */
final class CaseOpen implements FilingGate {
    @Override
    public String name() {
        return "case-open";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(
                target -> target.file().accepting() ? Optional.empty() : Optional.of("the case is closed"));
    }
}
