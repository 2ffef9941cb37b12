package org.caseward.standards.levels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;

/** Asks every rule what a report lacks. */
public final class Levels {
    private Levels() {}

    /** What each level lacks, the lowest level first; a level that lacks nothing is not in it. */
    public static SequencedMap<ValidationLevel, List<Missing>> missing(CheckedReport report) {
        SequencedMap<ValidationLevel, List<Missing>> missing = new LinkedHashMap<>();
        for (LevelRule rule : LevelRule.ALL) {
            List<Missing> found = rule.missing(report);
            if (!found.isEmpty()) {
                missing.computeIfAbsent(rule.guards(), level -> new ArrayList<>())
                        .addAll(found);
            }
        }
        return missing;
    }
}
