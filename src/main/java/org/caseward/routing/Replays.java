package org.caseward.routing;

import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.caseward.monitoring.Replay;
import org.caseward.monitoring.ReplayResult;
import org.caseward.register.Register;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.springframework.stereotype.Component;

/** Sends a report on its way again from the bytes as they came; a dry run goes through {@code direct:dry-run}, which ends before anything is recorded. */
@Component
class Replays implements Replay {
    private final Register register;
    private final CamelContext camel;

    Replays(Register register, CamelContext camel) {
        this.register = register;
        this.camel = camel;
    }

    @Override
    public ReplayResult replay(ReportId id, Step from, boolean dryRun, String who) {
        ReportState before = register.state(id);
        if (dryRun) {
            return dry(id, before);
        }
        Optional<ReportState> sent = register.replay(id, who);
        if (sent.isEmpty()) {
            return new ReplayResult(
                    id,
                    false,
                    before,
                    List.of(),
                    "A report that is " + before.code()
                            + " is not sent through again: only one in quarantine or in review is, so that nothing is filed twice.");
        }
        return new ReplayResult(
                id,
                true,
                before,
                List.of("state: " + before.code() + " to " + sent.get().code()),
                sent.get() == ReportState.MATCHED
                        ? "The report is filed as it was decided."
                        : "The report goes through all stages again from the bytes as they came.");
    }

    private ReplayResult dry(ReportId id, ReportState before) {
        if (register.waitsToBeFiled(id)) {
            return new ReplayResult(
                    id,
                    true,
                    before,
                    List.of("state: quarantined to filed"),
                    "It would be filed as it was decided; nothing was kept.");
        }
        try {
            @SuppressWarnings("unchecked")
            List<String> changes =
                    camel.createProducerTemplate().requestBody("direct:dry-run", id.toString(), List.class);
            List<String> found = changes == null ? List.of() : changes;
            return new ReplayResult(
                    id,
                    true,
                    before,
                    found,
                    found.isEmpty() ? "Nothing would change." : "This would change; nothing was kept.");
        } catch (CamelExecutionException e) {
            return new ReplayResult(
                    id,
                    false,
                    before,
                    List.of(),
                    "The stages failed on it: "
                            + (e.getCause() == null ? e : e.getCause())
                                    .getClass()
                                    .getSimpleName() + ".");
        }
    }
}
