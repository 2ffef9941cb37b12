package org.caseward.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.report.Missing;
import org.caseward.report.ReportId;
import org.caseward.standards.CheckedReport;
import org.caseward.standards.levels.Levels;
import org.caseward.validation.ProfileQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a recorded report keeps of its level: what each level lacks, and the check of its profiles that is to come. */
@Component
class LevelKept {
    private final ProfileQueue profiles;
    private final JsonMapper json;

    LevelKept(ProfileQueue profiles, JsonMapper json) {
        this.profiles = profiles;
        this.json = json;
    }

    /** {@code {"3": [{"id", "text"}]}}: by the level's number, only levels that lack something. */
    String missing(CheckedReport report) {
        Map<String, List<Missing>> kept = new LinkedHashMap<>();
        Levels.missing(report).forEach((level, missing) -> kept.put(String.valueOf(level.ordinal()), missing));
        return json.writeValueAsString(kept);
    }

    /** Has to be called in the transaction that records the report. */
    @Nullable
    UUID check(ReportId report) {
        return profiles.ask(report);
    }
}
