package org.caseward.monitoring;

import org.caseward.report.ReportId;
import org.caseward.report.Step;

/**
 * Sends a report on its way again. Implemented where the way is known.
 *
 * <p>Whoever calls has made sure that the report is inside the person's programs. A replay adds a {@code replayed} step with {@code who}; it overwrites nothing and
 * files nothing twice. A dry run works the stages and keeps nothing.
 */
public interface Replay {
    /**
     * @param from the stage to begin at: {@code received} begins with the bytes as they came
     * @param who user name or client id
     */
    ReplayResult replay(ReportId id, Step from, boolean dryRun, String who);
}
