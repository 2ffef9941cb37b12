package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caseward.matching.CaseFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonMergesTest extends MirrorTest {
    @Autowired
    CaseFeed feed;

    @Autowired
    PersonMerges merges;

    @Autowired
    MirrorOnPostgres.Heard heard;

    @Autowired
    JdbcClient jdbc;

    final String program = "merge-" + UUID.randomUUID().toString().substring(0, 8);
    final Person anna = CaseFixtures.person("P-1", "Smithson", "Anna", "1980-01-02");
    final Person jones = CaseFixtures.person("P-2", "Jones", "Anna", "1980-01-02");

    @BeforeEach
    void oneHumanKnownTwice() {
        jdbc.sql("insert into program (code, label) values (?, 'Merge')")
                .param(program)
                .update();
        fed(CaseFixtures.openCase(program, "IOD-1", anna), CaseFixtures.openCase(program, "IOD-2", jones));
        heard.changes.clear();
    }

    private void fed(CaseFile... cases) {
        assertThat(feed.read(Feeds.of(List.of(cases)), FeedFormat.NDJSON, Set.of(program), "test")
                        .rejected())
                .isZero();
    }

    /** {@code case person}, one line each. */
    private List<String> mirror() {
        return jdbc.sql("select case_number || ' ' || person_id from case_file where program = ? order by 1")
                .param(program)
                .query(String.class)
                .list();
    }

    private List<String> people() {
        return jdbc.sql(
                        "select id || ' ' || family || ' ' || array_to_string(former_family, '+') from person where program = ? order by 1")
                .param(program)
                .query(String.class)
                .list();
    }

    private List<String> keyOwners() {
        return jdbc.sql("select distinct person_id from match_key where program = ? order by 1")
                .param(program)
                .query(String.class)
                .list();
    }

    @Test
    void casesMoveWithTheMergedPersonWhoseNameBecomesAFormerOne() {
        merges.merge(program, "P-1", "P-2", "one and the same", "walt");
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-1");
        assertThat(people()).containsExactly("P-1 Smithson Jones");
        assertThat(keyOwners()).containsExactly("P-1");
        assertThat(heard.changes).extracting(CaseChanged::caseNumber).contains("IOD-2");
    }

    @Test
    void anUnMergeRestoresBothAsTheyWere() {
        List<String> before = mirror();
        List<String> peopleBefore = people();
        List<Long> keysBefore = keys();
        UUID merge = merges.merge(program, "P-1", "P-2", "one and the same", "walt");
        assertThat(keys()).isNotEqualTo(keysBefore);
        merges.undo(program, merge, "two after all", "walt");
        assertThat(mirror()).isEqualTo(before);
        assertThat(people()).isEqualTo(peopleBefore);
        assertThat(keys()).isEqualTo(keysBefore);
        assertThatThrownBy(() -> merges.undo(program, merge, "again", "walt")).isInstanceOf(PersonMerges.Refused.class);
    }

    private List<Long> keys() {
        return jdbc.sql("select key from match_key where program = ? order by person_id, case_number, key")
                .param(program)
                .query(Long.class)
                .list();
    }

    @Test
    void aFeedThatKnowsNothingOfTheMergeNeitherUndoesItNorIsLost() {
        UUID merge = merges.merge(program, "P-1", "P-2", "one and the same", "walt");
        fed(
                CaseFixtures.openCase(program, "IOD-2", CaseFixtures.person("P-2", "Jones-Hill", "Anna", "1980-01-02")),
                CaseFixtures.openCase(program, "IOD-3", jones),
                CaseFixtures.openCase(program, "IOD-1", anna));
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-1", "IOD-3 P-1");
        merges.undo(program, merge, "two after all", "walt");
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-2", "IOD-3 P-2");
        assertThat(people()).containsExactly("P-1 Smithson ", "P-2 Jones ");
    }

    @Test
    void whoHasPartInAnotherMergeIsNotMergedUntilThatIsUndone() {
        fed(CaseFixtures.openCase(program, "IOD-4", CaseFixtures.person("P-3", "Smith", "Ann", "1980-01-02")));
        merges.merge(program, "P-1", "P-2", "one and the same", "walt");
        assertThatThrownBy(() -> merges.merge(program, "P-3", "P-1", "same", "walt"))
                .isInstanceOf(PersonMerges.Refused.class)
                .hasMessageContaining("Undo that one first");
        UUID second = merges.merge(program, "P-1", "P-3", "three in one", "walt");
        assertThat(people()).containsExactly("P-1 Smithson Jones+Smith");
        merges.undo(program, second, "not her", "walt");
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-1", "IOD-4 P-3");
        assertThat(people()).containsExactly("P-1 Smithson Jones", "P-3 Smith ");
        assertThatThrownBy(() -> merges.merge(program, "P-9", "P-1", "same", "walt"))
                .isInstanceOf(PersonMerges.Refused.class);
    }

    private ReportedMerge reported(String controlId, String at) {
        return new ReportedMerge(program, "P-1", "P-2", "CITYHOSP", controlId, Instant.parse(at));
    }

    @Test
    void aReportedMergeMovesNothingUntilAPersonConfirmsIt() {
        List<String> before = mirror();
        UUID id = merges.propose(reported("M-1", "2026-03-01T10:00:00Z")).orElseThrow();
        assertThat(mirror()).isEqualTo(before);
        assertThat(merges.propose(reported("M-1", "2026-03-01T10:00:00Z"))).contains(id);
        merges.confirm(program, id, "asked the hospital", "walt");
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-1");
        assertThat(merges.propose(reported("M-2", "2026-03-02T10:00:00Z"))).isEmpty();
        merges.undo(program, id, "two after all", "walt");
        assertThat(mirror()).isEqualTo(before);
        assertThat(merges.propose(reported("M-1", "2026-03-01T10:00:00Z"))).isEmpty();
    }

    @Test
    void aRefusedProposalComesAgainOnlyByALaterMessage() {
        UUID id = merges.propose(reported("M-1", "2026-03-01T10:00:00Z")).orElseThrow();
        merges.refuse(program, id, "two sisters", "walt");
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-2");
        assertThat(merges.propose(reported("M-1", "2026-03-01T10:00:00Z"))).isEmpty();
        assertThat(merges.propose(reported("M-0", "2026-02-01T10:00:00Z"))).isEmpty();
        assertThat(merges.propose(reported("M-2", "2026-03-02T10:00:00Z"))).isPresent();
        assertThatThrownBy(() -> merges.confirm(program, id, "yes", "walt")).isInstanceOf(PersonMerges.Refused.class);
    }

    @Test
    void aProposalOfSomebodyUnknownWaitsUntilTheFeedKnowsThem() {
        UUID id = merges.propose(new ReportedMerge(
                        program, "P-1", "P-7", "CITYHOSP", null, Instant.parse("2026-03-01T10:00:00Z")))
                .orElseThrow();
        assertThatThrownBy(() -> merges.confirm(program, id, "yes", "walt"))
                .isInstanceOf(PersonMerges.Refused.class)
                .hasMessageContaining("No person P-7");
        fed(CaseFixtures.openCase(program, "IOD-7", CaseFixtures.person("P-7", "Smith", "Ann", "1980-01-02")));
        merges.confirm(program, id, "yes", "walt");
        assertThat(mirror()).containsExactly("IOD-1 P-1", "IOD-2 P-2", "IOD-7 P-1");
    }
}
