package org.caseward.matching.gates;

import java.util.Optional;

/** The very same content came before: whether it is a second report or a repetition, a person says. */
final class ReportNotACopy implements FilingGate {
    @Override
    public String name() {
        return "report-not-a-copy";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.report().extracted().received().copyOf().isEmpty()
                ? Optional.empty()
                : Optional.of("an earlier report has the very same content");
    }
}
