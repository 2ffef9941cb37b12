package org.caseward.register;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.report.ReportState;
import org.jspecify.annotations.Nullable;

/**
 * A version of a report and where it stands here.
 *
 * @param program the one that claims it
 */
public record VersionStanding(
        SourceVersion version,
        String receipt,
        ReportState state,
        @Nullable String reasonCode,
        List<String> programs,
        Optional<String> program,
        PersonNamed person) {
    /** Reason codes of what a newer version set aside; nobody rejected these. */
    public static final String SUPERSEDED = "superseded";

    public static final String WITHDRAWN = "withdrawn";
    /** Of a withdrawal that has nothing left to withdraw. */
    public static final String WITHDRAWAL_DONE = "withdrawal-done";

    private static final Set<String> SET_ASIDE = Set.of(SUPERSEDED, WITHDRAWN, WITHDRAWAL_DONE);

    /** Filed, or decided to be: whatever changes it goes by way of a person. */
    public boolean isFiled() {
        return state == ReportState.FILED || state == ReportState.MATCHED;
    }

    public boolean waits() {
        return state == ReportState.IN_REVIEW;
    }

    /** A person said that it belongs nowhere: then it stands against nothing either. */
    public boolean isRejectedByAPerson() {
        return state == ReportState.REJECTED && !SET_ASIDE.contains(String.valueOf(reasonCode));
    }

    /** Whether a newer version has been put in its place, in the case store too. */
    public boolean isOver() {
        return SET_ASIDE.contains(String.valueOf(reasonCode));
    }

    /** Whether the two can be versions of one report: inside the same walls and of the same person. */
    public boolean isKinOf(VersionStanding other) {
        boolean walls = !Collections.disjoint(programs, other.programs)
                && (program.isEmpty() || other.program.isEmpty() || program.equals(other.program));
        return walls && person.isSameAs(other.person);
    }

    @Override
    public String toString() {
        return "VersionStanding[" + version + ", " + state.code() + "]";
    }
}
