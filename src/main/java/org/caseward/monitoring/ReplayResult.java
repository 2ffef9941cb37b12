package org.caseward.monitoring;

import java.util.List;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;

/**
 * What a replay did or would do.
 *
 * @param started false where it was refused; {@code text} then says why
 * @param state where the report stood before
 * @param changes what differs, by name ({@code state: quarantined to in_review}, {@code field claimNumber: now read}); never a value of a person
 * @param text one sentence for the person who asked
 */
public record ReplayResult(ReportId report, boolean started, ReportState state, List<String> changes, String text) {
    public ReplayResult {
        changes = List.copyOf(changes);
    }
}
