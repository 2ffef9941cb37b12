package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caseward.report.Missing;
import org.caseward.report.ReportState;
import org.caseward.report.ValidationLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportLevelTest {
    private static final String LACKS = """
            {"3": [{"id": "birth-date-missing", "text": "The patient's date of birth is missing."}],
             "4": [{"id": "profile-element-missing", "text": "The patient's sex is missing."}]}""";

    private static ReportLevel level(
            @Nullable Integer level, @Nullable String profile, boolean waits, ReportState state, @Nullable String why) {
        return ReportLevel.of(
                new ReportLevel.Kept(level, JsonMapper.shared().readTree(LACKS), profile, waits),
                state,
                why,
                why == null ? null : "It is locked by a password.");
    }

    private static List<String> ids(ReportLevel level) {
        return level.missing().stream().map(Missing::id).toList();
    }

    @Test
    void whatWasNotReadSaysWhy() {
        assertThat(ids(level(0, null, false, ReportState.RECEIVED, null))).containsExactly("not-read-yet");
        assertThat(level(0, null, false, ReportState.QUARANTINED, "pdf-encrypted")
                        .missing())
                .containsExactly(new Missing("pdf-encrypted", "It is locked by a password."));
    }

    @Test
    void onlyWhatTheNextLevelLacksIsShown() {
        ReportLevel structured = level(2, null, true, ReportState.IN_REVIEW, null);
        assertThat(structured.reached()).contains(ValidationLevel.STRUCTURED);
        assertThat(ids(structured)).containsExactly("birth-date-missing");
        assertThat(ids(level(3, "missed", false, ReportState.FILED, null))).containsExactly("profile-element-missing");
    }

    @Test
    void aCheckOfProfilesThatIsToComeIsNobodysFault() {
        assertThat(ids(level(3, null, true, ReportState.IN_REVIEW, null))).containsExactly("profile-not-checked-yet");
        assertThat(ids(level(3, null, false, ReportState.IN_REVIEW, null))).containsExactly("profile-not-checked");
        assertThat(ids(level(3, "unknown", false, ReportState.FILED, null))).containsExactly("profile-not-checkable");
    }

    @Test
    void theLastStepIsAPersonsOrTheGates() {
        assertThat(ids(level(4, "met", false, ReportState.IN_REVIEW, null))).containsExactly("not-approved");
        assertThat(ids(level(4, "met", false, ReportState.MATCHED, null))).containsExactly("being-filed");
        assertThat(ids(level(4, "met", false, ReportState.REJECTED, null))).containsExactly("rejected");
        assertThat(ids(level(4, "met", false, ReportState.QUARANTINED, "not-filed-X")))
                .containsExactly("not-filed");
        assertThat(ids(level(4, "met", false, ReportState.FILED, "withdrawn"))).containsExactly("withdrawn");
        assertThat(ids(level(4, "met", false, ReportState.FILED, "superseded"))).containsExactly("superseded");
        assertThat(level(5, "met", false, ReportState.FILED, null).missing()).isEmpty();
    }

    @Test
    void whatWasRecordedBeforeLevelsWereKeptHasNone() {
        assertThat(level(null, null, false, ReportState.FILED, null).reached()).isEmpty();
    }
}
