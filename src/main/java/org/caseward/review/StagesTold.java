package org.caseward.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caseward.matching.MatchResult;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Reason;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;

/** The stages a report went through, in words for its story. */
final class StagesTold {
    private StagesTold() {}

    static Reason together(List<Reason> reasons) {
        return new Reason(
                reasons.getFirst().code(),
                String.join(
                        Recorder.AND_ALSO, reasons.stream().map(Reason::text).toList()));
    }

    static List<StepTaken> steps(Decision decision) {
        NormalisedReport normalised = decision.report().matched().normalised();
        MatchResult match = decision.report().matched().match();
        List<StepTaken> steps = new ArrayList<>();
        int pages = normalised.extracted().pages().size();
        steps.add(
                StepTaken.ok(Step.EXTRACTED, pages == 0 ? "Read as a message." : "Read, with " + pages + " page(s)."));
        steps.add(StepTaken.ok(
                Step.NORMALISED,
                "Understood as " + normalised.type().code() + " with "
                        + normalised.fields().values().size() + " fields."));
        steps.add(StepTaken.of(
                Step.MATCHED,
                match.decision().name().toLowerCase(java.util.Locale.ROOT),
                match.candidates().size() + " candidate(s), model " + match.modelVersion() + "."));
        steps.add(StepTaken.ok(Step.CHECKED, decision.report().findings().size() + " finding(s)."));
        switch (decision) {
            case Decision.File file ->
                steps.add(StepTaken.of(
                        Step.DECIDED,
                        "auto",
                        "Every gate passed: it is filed on " + String.join(", ", file.caseNumbers()) + "."));
            case Decision.SetAside aside ->
                steps.add(StepTaken.ok(aside.step(), aside.reason().text()));
            case Decision.Review review -> {
                String reason = together(review.reasons()).text();
                steps.add(StepTaken.of(Step.DECIDED, "review", reason));
                steps.add(
                        new StepTaken(Instant.now(), Step.IN_REVIEW, "ok", "Waits for a coordinator.", StepTaken.HUB));
            }
        }
        return steps;
    }
}
