package org.caseward.review;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.caseward.security.Role;
import org.caseward.security.Staff;

/**
 * What of the reports inside a person's programs that person's roles open. The database keeps programs apart; this keeps work apart: who watches routes has no business
 * reading a report, an auditor reads and decides nothing, triage has only what no program has claimed.
 *
 * @param reads programs whose claimed reports are open to read
 * @param decides programs whose claimed reports this person decides
 * @param triages programs for whose connections this person decides what nobody has claimed
 */
record Sight(Set<String> reads, Set<String> decides, Set<String> triages) {
    private static final Role[] DECIDING = {Role.COORDINATOR, Role.SENIOR_COORDINATOR, Role.SUPERVISOR};

    static Sight of(Staff who) {
        Set<String> decides = programs(who, DECIDING);
        Set<String> audits = programs(who, Role.AUDITOR);
        Set<String> reads = new java.util.TreeSet<>(decides);
        reads.addAll(audits);
        return new Sight(Set.copyOf(reads), decides, programs(who, Role.TRIAGE));
    }

    private static Set<String> programs(Staff who, Role... anyOf) {
        return Set.copyOf(who.programs().stream()
                .filter(program -> Arrays.stream(anyOf).anyMatch(role -> who.has(role, program)))
                .toList());
    }

    boolean works() {
        return !decides.isEmpty() || !triages.isEmpty();
    }

    boolean mayDecide(DeskReport report) {
        return report.program() == null
                ? report.programs().stream().anyMatch(triages::contains)
                : decides.contains(report.program());
    }

    /** The programs on whose cases this person may file this report. */
    List<String> filesInto(DeskReport report) {
        return report.program() == null
                ? report.programs().stream().filter(triages::contains).toList()
                : List.of(report.program());
    }
}
