package org.caseward.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.CaseFixtures.caseOf;
import static org.caseward.matching.CaseFixtures.closedCase;
import static org.caseward.matching.CaseFixtures.known;
import static org.caseward.matching.CaseFixtures.openCase;
import static org.caseward.matching.CaseFixtures.person;
import static org.caseward.matching.CaseFixtures.withSuffix;
import static org.caseward.matching.MatchResult.Decision.AUTO;
import static org.caseward.matching.MatchResult.Decision.NO_CASE;
import static org.caseward.matching.MatchResult.Decision.REVIEW;
import static org.caseward.matching.ReportFixtures.report;
import static org.caseward.matching.ReportFixtures.reportOn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caseward.casefile.CaseFeed;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.casefile.MirrorTest;
import org.caseward.matching.MatchResult.CaseMatch;
import org.caseward.matching.MatchResult.Gate;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole ways from a report's fields to the decision, on the real mirror. */
class MatchingTest extends MirrorTest {
    private static final CaseFile KNEE = openCase(
            "mt-pd",
            "IOD-100001",
            known(person("P1", "Brandt", "William", "1980-02-14"), "M", "1234", "E-4711", "Oakes"));
    private static final CaseFile TWIN_A =
            openCase("mt-pd", "IOD-100002", person("P2", "Calloway", "Vera", "1979-03-05"));
    private static final CaseFile TWIN_B =
            openCase("mt-pd", "IOD-100003", person("P3", "Calloway", "Nora", "1979-03-05"));
    private static final CaseFile JUNIOR =
            openCase("mt-pd", "IOD-100004", withSuffix(person("P4", "Dorsey", "Hugh", "1985-06-07"), "Jr"));
    private static final CaseFile SENIOR =
            openCase("mt-pd", "IOD-100005", withSuffix(person("P5", "Dorsey", "Hugh", "1955-01-09"), "Sr"));
    private static final CaseFile CLOSED =
            closedCase("mt-pd", "IOD-100006", person("P6", "Engel", "Ruth", "1970-11-12"));
    private static final CaseFile FIRST = caseOf(
            "mt-pd",
            "IOD-100007",
            "open",
            person("P7", "Farrow", "Omar", "1990-04-25"),
            "2025-03-04",
            "left knee",
            "WC-100007");
    private static final CaseFile SECOND = caseOf(
            "mt-pd",
            "IOD-100008",
            "open",
            person("P7", "Farrow", "Omar", "1990-04-25"),
            "2026-05-06",
            "right shoulder",
            "WC-100008");
    private static final CaseFile HYPHEN =
            openCase("mt-pd", "IOD-100009", person("P9", "Garcia-Lund", "Inez", "1988-08-18"));
    private static final CaseFile ELSEWHERE =
            openCase("mt-wc", "IOD-200001", person("P1", "Hartwell", "Jane", "1983-09-10"));

    @Autowired
    CaseFeed feed;

    @Autowired
    Matching matching;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theCases() {
        jdbc.sql(
                        "insert into program (code, label) values ('mt-pd', 'Police'), ('mt-wc', 'City') on conflict do nothing")
                .update();
        List<CaseFile> cases = List.of(KNEE, TWIN_A, TWIN_B, JUNIOR, SENIOR, CLOSED, FIRST, SECOND, HYPHEN, ELSEWHERE);
        assertThat(feed.read(Feeds.of(cases), FeedFormat.NDJSON, Set.of("mt-pd", "mt-wc"), "test")
                        .rejected())
                .isZero();
    }

    private MatchResult match(ReportFixtures report) {
        return matching.match(report.build()).match();
    }

    private static List<String> failed(MatchResult result) {
        return result.gates().stream().filter(g -> !g.passed()).map(Gate::name).toList();
    }

    @Test
    void filesWhenNumberNameAndBirthDateAgreeAndNothingSpeaksAgainst() {
        MatchResult result = match(reportOn(KNEE));

        assertThat(failed(result)).isEmpty();
        assertThat(result.decision()).isEqualTo(AUTO);
        assertThat(result.program()).contains("mt-pd");
        assertThat(result.cases()).containsExactly(new CaseMatch("IOD-100001", AUTO));
        assertThat(result.candidates().getFirst().agree()).contains("birth date agrees: +14.5");
        assertThat(result.modelVersion()).isEqualTo("fs-2");
    }

    @Test
    void aClaimNumberOfAnotherSystemIsAsGoodAsTheCaseNumber() {
        assertThat(match(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "wc 100001"))
                        .decision())
                .isEqualTo(AUTO);
    }

    @Test
    void aTwinIsAlwaysAPersonsDecision() {
        MatchResult result = match(reportOn(TWIN_A));

        assertThat(result.decision()).isEqualTo(REVIEW);
        assertThat(failed(result)).containsExactly("no-close-second");
        assertThat(result.cases()).containsExactly(new CaseMatch("IOD-100002", REVIEW));
    }

    @Test
    void juniorWithoutSuffixIsAPersonsDecision() {
        assertThat(failed(match(reportOn(JUNIOR).without(FieldNames.SUFFIX)))).containsExactly("no-close-second");
    }

    @Test
    void juniorWithTheNumberOfSeniorIsAPersonsDecision() {
        MatchResult result = match(reportOn(JUNIOR).with(FieldNames.CLAIM_NUMBER, "IOD-100005"));

        assertThat(result.decision()).isEqualTo(REVIEW);
        assertThat(failed(result)).contains("birth-date-agrees", "no-contradiction", "no-close-second");
    }

    @Test
    void juniorWhoSaysSoInEveryFieldIsFiled() {
        assertThat(failed(match(reportOn(JUNIOR)))).isEmpty();
    }

    @Test
    void theNumberOfAnotherPersonIsAPersonsDecisionAndShowsBoth() {
        MatchResult result = match(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100009"));

        assertThat(result.decision()).isEqualTo(REVIEW);
        assertThat(failed(result)).contains("name-agrees", "birth-date-agrees", "no-close-second");
        assertThat(result.candidates()).extracting(c -> c.caseNumber()).containsExactly("IOD-100001", "IOD-100009");
        assertThat(result.cases())
                .extracting(CaseMatch::caseNumber)
                .containsExactlyInAnyOrder("IOD-100001", "IOD-100009");
    }

    @Test
    void withoutABirthDateNothingIsFiled() {
        assertThat(failed(match(reportOn(KNEE).without(FieldNames.BIRTH_DATE))))
                .containsExactly("birth-date-agrees", "two-identities");
    }

    @Test
    void aBirthDateWithMonthAndDaySwappedFindsThePersonButFilesNothing() {
        MatchResult result =
                match(reportOn(TWIN_A).with(FieldNames.BIRTH_DATE, "1979-05-03").without(FieldNames.CLAIM_NUMBER));

        assertThat(result.decision()).isEqualTo(REVIEW);
        assertThat(result.candidates().getFirst().caseNumber()).isEqualTo("IOD-100002");
        assertThat(failed(result)).contains("birth-date-agrees", "exact-number");
    }

    @Test
    void halfOfADoubleNameAFormerNameAndAShortNameAgree() {
        assertThat(match(reportOn(HYPHEN).with(FieldNames.FAMILY, "Lund")).decision())
                .isEqualTo(AUTO);
        assertThat(match(reportOn(KNEE).with(FieldNames.FAMILY, "OAKES")).decision())
                .isEqualTo(AUTO);
        assertThat(match(reportOn(KNEE).with(FieldNames.GIVEN, "Bill")).decision())
                .isEqualTo(AUTO);
    }

    @Test
    void aFamilyNameThatChangedUnknownToUsIsAPersonsDecision() {
        MatchResult result = match(reportOn(HYPHEN).with(FieldNames.FAMILY, "Petersen"));

        assertThat(failed(result)).containsExactly("name-agrees");
        assertThat(result.candidates().getFirst().caseNumber()).isEqualTo("IOD-100009");
    }

    @Test
    void aClosedCaseTakesNothingWithoutAPerson() {
        assertThat(failed(match(reportOn(CLOSED)))).containsExactly("case-open");
    }

    @Test
    void ofSeveralCasesTheNumberAloneDoesNotTell() {
        assertThat(failed(match(reportOn(FIRST).without(FieldNames.INJURY_DATE))))
                .containsExactly("case-unambiguous", "sure-enough");
        assertThat(match(reportOn(FIRST).without(FieldNames.INJURY_DATE).with(FieldNames.BODY_PART, "knee, left"))
                        .cases())
                .containsExactly(new CaseMatch("IOD-100007", AUTO));
        assertThat(failed(match(reportOn(FIRST).with(FieldNames.INJURY_DATE, "2026-05-06"))))
                .containsExactly("injury-evidence", "no-contradiction", "case-unambiguous", "sure-enough");
    }

    @Test
    void severalClaimsOfOnePersonAreFiledTogetherOrNotAtAll() {
        MatchResult both = match(reportOn(FIRST)
                .without(FieldNames.INJURY_DATE)
                .with(FieldNames.CLAIM_NUMBER, "IOD-100007", "WC-100008")
                .with(FieldNames.BODY_PART, "left knee", "right shoulder"));
        assertThat(both.cases())
                .containsExactlyInAnyOrder(new CaseMatch("IOD-100007", AUTO), new CaseMatch("IOD-100008", AUTO));

        MatchResult oneUnknown = match(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100001", "IOD-999999"));
        assertThat(oneUnknown.decision()).isEqualTo(REVIEW);
        assertThat(failed(oneUnknown)).containsExactly("exact-number");

        MatchResult twoPeople = match(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100001", "IOD-100009"));
        assertThat(failed(twoPeople)).contains("one-person");
        assertThat(twoPeople.cases()).allMatch(c -> c.decision() == REVIEW);
    }

    @Test
    void aNumberThatWasMisreadFindsTheCaseButFilesNothing() {
        MatchResult result = match(report().programs("mt-pd").with(FieldNames.CLAIM_NUMBER, "I0D-I0000l"));

        assertThat(result.decision()).isEqualTo(REVIEW);
        assertThat(failed(result)).contains("exact-number");
        assertThat(result.candidates().getFirst().caseNumber()).isEqualTo("IOD-100001");
    }

    @Test
    void anUnknownPersonHasNoCase() {
        MatchResult result = match(report().programs("mt-pd")
                .with(FieldNames.FAMILY, "Quillfeather")
                .with(FieldNames.GIVEN, "Zeno")
                .with(FieldNames.BIRTH_DATE, "1961-01-31")
                .with(FieldNames.CLAIM_NUMBER, "IOD-777777"));

        assertThat(result.decision()).isEqualTo(NO_CASE);
        assertThat(result.cases()).isEmpty();
        assertThat(result.candidates()).isEmpty();
        assertThat(result.program()).contains("mt-pd");
    }

    @Test
    void aCopyIsAPersonsDecision() {
        assertThat(failed(match(reportOn(KNEE).copy()))).containsExactly("report-not-a-copy");
    }

    @Test
    void anotherProgramsCaseCanNeverAppear() {
        MatchResult result = match(reportOn(ELSEWHERE).programs("mt-pd"));

        assertThat(result.decision()).isEqualTo(NO_CASE);
        assertThat(result.candidates()).isEmpty();
        assertThat(result.cases()).isEmpty();
    }

    @Test
    void aConnectionOfSeveralProgramsClaimsForTheOneThatFitsOrForNone() {
        MatchResult fits = match(reportOn(ELSEWHERE).programs("mt-pd", "mt-wc"));
        assertThat(fits.program()).contains("mt-wc");
        assertThat(fits.decision()).isEqualTo(AUTO);

        MatchResult none = match(report().programs("mt-pd", "mt-wc").with(FieldNames.FAMILY, "Nobody"));
        assertThat(none.program()).isEmpty();
        assertThat(failed(none)).contains("program-claimed");
    }

    @Test
    void reasonsCarryNoValueOfThePerson() {
        List<String> words = new ArrayList<>();
        for (ReportFixtures report : List.of(
                reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100009"),
                reportOn(TWIN_A).type(DocumentType.COVER_SHEET),
                reportOn(JUNIOR).with(FieldNames.BIRTH_DATE, "1999-09-09"))) {
            MatchResult result = match(report);
            result.gates().forEach(g -> words.add(g.reason()));
            result.candidates().forEach(c -> {
                words.addAll(c.agree());
                words.addAll(c.disagree());
            });
        }
        assertThat(String.join("\n", words))
                .doesNotContainIgnoringCase("Brandt", "Calloway", "Vera", "Dorsey", "1979", "1999", "1000");
    }
}
