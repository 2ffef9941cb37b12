package org.caseward.report;

import java.time.Instant;

/**
 * One line of a report's story.
 *
 * @param outcome {@code ok}, or a short word for what else came of it ({@code refused}, {@code review}, {@code auto} …)
 * @param reason what a person reads; never carries a name, number or content of a person
 * @param actor {@code hub}, or the user or client that acted
 */
public record StepTaken(Instant at, Step step, String outcome, String reason, String actor) {
    public static final String HUB = "hub";

    public static StepTaken ok(Step step, String reason) {
        return new StepTaken(Instant.now(), step, "ok", reason, HUB);
    }

    public static StepTaken of(Step step, String outcome, String reason) {
        return new StepTaken(Instant.now(), step, outcome, reason, HUB);
    }
}
