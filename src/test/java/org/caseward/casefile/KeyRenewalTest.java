package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.ReportFixtures.reportOn;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caseward.matching.CaseFixtures;
import org.caseward.matching.MatchResult;
import org.caseward.matching.Matching;
import org.caseward.matching.ReportFixtures;
import org.caseward.report.FieldNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyRenewalTest extends MirrorTest {
    @Autowired
    CaseFeed feed;

    @Autowired
    KeyRenewal renewal;

    @Autowired
    Matching matching;

    @Autowired
    MirrorOnPostgres.Heard heard;

    @Autowired
    JdbcClient jdbc;

    final String program = "keys-" + UUID.randomUUID().toString().substring(0, 8);
    final Person person = CaseFixtures.known(
            CaseFixtures.person("P-1", "Brandtwein", "Wilhelmina", "1980-02-14"), "F", "1234", "E-4711", "Ohlsen");
    final CaseFile first = CaseFixtures.openCase(program, "IOD-100001", person);
    final CaseFile second =
            CaseFixtures.caseOf(program, "IOD-100002", "closed", person, "2024-03-04", "neck", "WC-100002");

    @BeforeEach
    void somebodyWithTwoCases() {
        jdbc.sql("insert into program (code, label) values (?, 'Keys')")
                .param(program)
                .update();
        fed(first, second);
        renewal.renew();
        heard.renewed.clear();
    }

    private void fed(CaseFile... cases) {
        assertThat(feed.read(Feeds.of(List.of(cases)), FeedFormat.NDJSON, Set.of(program), "test")
                        .rejected())
                .isZero();
    }

    private List<Long> keys() {
        return jdbc.sql("select key from match_key where program = ? order by person_id, case_number, key")
                .param(program)
                .query(Long.class)
                .list();
    }

    /** As an older version left it: other keys, and the version that says so. */
    private void olderVersion() {
        jdbc.sql("update person set keys_version = 1 where program = ?")
                .param(program)
                .update();
        jdbc.sql("update match_key set key = key + 1 where program = ?")
                .param(program)
                .update();
    }

    private MatchResult match(ReportFixtures report) {
        return matching.match(report.programs(program).build()).match();
    }

    private ReportFixtures report() {
        return reportOn(first).with(FieldNames.BODY_PART, "left knee").with(FieldNames.SSN_LAST4, "1234");
    }

    @Test
    void keysOfAnOlderVersionAreWrittenAnewAndWhoWaitedIsToldOnce() {
        List<Long> before = keys();
        olderVersion();
        assertThat(renewal.renew()).isEqualTo(1);
        assertThat(keys()).isEqualTo(before);
        assertThat(heard.renewed).hasSize(1);
        assertThat(renewal.renew()).isZero();
        assertThat(heard.renewed).hasSize(1);
    }

    @Test
    void whileSomebodysKeysAreOldNothingOfTheProgramIsFiledAndAfterwardsItIs() {
        assertThat(match(report()).decision()).isEqualTo(MatchResult.Decision.AUTO);
        jdbc.sql(
                        "insert into person (program, id, family, given, keys_version) values (?, 'P-old', 'Other', 'Olga', 1)")
                .param(program)
                .update();
        MatchResult half = match(report());
        assertThat(half.decision()).isEqualTo(MatchResult.Decision.REVIEW);
        assertThat(half.gates())
                .filteredOn(g -> !g.passed())
                .extracting(MatchResult.Gate::name)
                .containsExactly("searched-whole");
        renewal.renew();
        assertThat(match(report()).decision()).isEqualTo(MatchResult.Decision.AUTO);
    }

    @Test
    void aFeedOfOneOfSeveralCasesDoesNotCallTheKeysOfTheOthersNew() {
        olderVersion();
        fed(CaseFixtures.openCase(
                program, "IOD-100001", CaseFixtures.person("P-1", "Brandtwein-Ohm", "Wilhelmina", "1980-02-14")));
        assertThat(keys()).doesNotContainAnyElementsOf(MatchKeys.of(second));
        assertThat(renewal.renew()).isEqualTo(1);
        assertThat(keys())
                .containsAll(MatchKeys.of(
                        second.of(CaseFixtures.person("P-1", "Brandtwein-Ohm", "Wilhelmina", "1980-02-14"))));
    }

    @Test
    void whoSharesNoKeyWithAnybodyIsShownWhoIsSpelledAlikeAndFiledOnNobody() {
        MatchResult alike = match(ReportFixtures.report()
                .with(FieldNames.FAMILY, "Brantweinn")
                .with(FieldNames.GIVEN, "Vilhelmina")
                .with(FieldNames.SEX, "F"));
        assertThat(alike.decision()).isEqualTo(MatchResult.Decision.REVIEW);
        assertThat(alike.gates())
                .filteredOn(g -> !g.passed())
                .extracting(MatchResult.Gate::reason)
                .anyMatch(reason -> reason.contains("spelled alike"));
        MatchResult stranger =
                match(ReportFixtures.report().with(FieldNames.FAMILY, "Quux").with(FieldNames.GIVEN, "Zephyrine"));
        assertThat(stranger.decision()).isEqualTo(MatchResult.Decision.NO_CASE);
    }
}
