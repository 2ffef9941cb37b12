package org.caseward.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.register.Register;
import org.caseward.report.Reason;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files decided reports in the case store: first the insert there (a unique key makes it harmless to repeat), then the mark in the hub. There is no transaction over both
 * databases; a crash between the two repeats the insert and then marks.
 */
@Component("caseStorePublisher")
public class CaseStorePublisher {
    private final DecidedReports decided;
    private final CaseStore store;
    private final Cases cases;
    private final Register register;
    private final VersionsFiled versions;
    private final TransactionTemplate transaction;

    CaseStorePublisher(
            DecidedReports decided,
            CaseStore store,
            Cases cases,
            Register register,
            VersionsFiled versions,
            TransactionTemplate transaction) {
        this.decided = decided;
        this.store = store;
        this.cases = cases;
        this.register = register;
        this.versions = versions;
        this.transaction = transaction;
    }

    public void publish(ReportId id) {
        Optional<DecidedReport> found = decided.find(id);
        if (found.isEmpty()) {
            return;
        }
        DecidedReport report = found.get();
        List<String> closed = report.byMachine()
                ? report.cases().stream()
                        .filter(number -> !cases.open(report.program(), number))
                        .toList()
                : List.of();
        if (closed.isEmpty()) {
            file(report);
        } else {
            backToReview(report, closed);
        }
    }

    private void file(DecidedReport report) {
        if (report.moved().isEmpty() && versions.file(report)) {
            return;
        }
        report.moved()
                .ifPresentOrElse(
                        move -> store.move(report, move, cases.person(report.program(), move.to())),
                        () -> report.cases()
                                .forEach(number -> store.file(report, number, cases.person(report.program(), number))));
        transaction.executeWithoutResult(status -> {
            if (register.move(report.id(), ReportState.MATCHED, ReportState.FILED, Optional.empty())) {
                register.add(report.id(), told(report));
            }
        });
    }

    private static List<StepTaken> told(DecidedReport report) {
        List<StepTaken> steps = new ArrayList<>();
        report.moved()
                .ifPresent(move -> steps.add(StepTaken.ok(
                        Step.WITHDRAWN, "Withdrawn from " + move.from() + ": moved to " + move.to() + ".")));
        steps.add(StepTaken.ok(Step.PUBLISHED, "The case store has it."));
        steps.add(StepTaken.ok(Step.FILED, "Filed on " + String.join(", ", report.cases()) + "."));
        return steps;
    }

    /** The case was closed between the decision and the filing: only a person may file on a closed case. */
    private void backToReview(DecidedReport report, List<String> closed) {
        Reason reason = new Reason(
                "case-closed-meanwhile",
                "Case " + String.join(", ", closed)
                        + " was closed before the report could be filed. Decide whether it still belongs there.");
        transaction.executeWithoutResult(status -> {
            if (register.move(report.id(), ReportState.MATCHED, ReportState.IN_REVIEW, Optional.of(reason))) {
                register.add(report.id(), List.of(StepTaken.of(Step.IN_REVIEW, "review", reason.text())));
            }
        });
    }
}
