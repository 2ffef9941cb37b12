package org.caseward.matching.gates;

import java.util.Locale;
import java.util.Optional;

/** All evidence together, weighed against every other explanation, must leave next to no doubt. It never files by itself: the other gates carry the safety. */
final class SureEnough implements FilingGate {
    static final double LEAST = 0.95;

    @Override
    public String name() {
        return "sure-enough";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        if (placement.targets().isEmpty()) {
            return Optional.of("no case was found to compare with");
        }
        return placement.posterior().of(placement.targets()) >= LEAST
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "all evidence together leaves more than %.0f %% of doubt; it may also be %s",
                        (1 - LEAST) * 100,
                        placement.posterior().alternative().words()));
    }
}
