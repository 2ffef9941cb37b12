package org.caseward.standards.levels;

import java.util.List;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;

/**
 * What a level asks of a report. L1 is reached by having been read at all, L4 by the validator's word, L5 by the decision: these three need no rule here.
 *
 * <p>A rule owes: an empty list where the level is reached; else each thing that lacks once, with words by which a clinic can mend it.
 */
public sealed interface LevelRule
        permits MessageStructure, FhirStructure, CdaStructure, PagesReadable, NothingLeftUnread, MinimumDataSet {
    List<LevelRule> ALL = List.of(
            new MessageStructure(),
            new FhirStructure(),
            new CdaStructure(),
            new PagesReadable(),
            new NothingLeftUnread(),
            new MinimumDataSet());

    /** The level that is not reached while something lacks. */
    ValidationLevel guards();

    List<Missing> missing(CheckedReport report);
}
