package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseFeedTest extends MirrorTest {
    private static final String PROGRAM = "feed-test";

    @Autowired
    CaseFeed feed;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MirrorOnPostgres.Heard heard;

    @BeforeEach
    void anEmptyProgram() {
        jdbc.sql("insert into program (code, label) values (?, 'Feed') on conflict do nothing")
                .param(PROGRAM)
                .update();
        for (String table : List.of("match_key", "case_file", "person")) {
            jdbc.sql("delete from " + table + " where program = ?")
                    .param(PROGRAM)
                    .update();
        }
        heard.changes.clear();
    }

    private FeedResult ndjson(String... lines) {
        return feed.read(Feeds.of(lines), FeedFormat.NDJSON, Set.of(PROGRAM, "unregistered"), "test");
    }

    @Test
    void keepsACaseWithEveryFieldOfTheContract() {
        FeedResult result = ndjson(Feeds.contractCase(PROGRAM, "IOD-1"));

        assertThat(result).isEqualTo(new FeedResult(1, 0, List.of()));
        CaseFile kept = CaseFiles.find(jdbc, PROGRAM, "IOD-1").orElseThrow();
        assertThat(tools.jackson.databind.json.JsonMapper.builder()
                        .build()
                        .valueToTree(kept)
                        .toString())
                .isEqualTo(tools.jackson.databind.json.JsonMapper.builder()
                        .build()
                        .readTree(Feeds.contractCase(PROGRAM, "IOD-1"))
                        .toString());
        assertThat(files.isOpen(PROGRAM, "IOD-1")).isTrue();
        assertThat(files.personId(PROGRAM, "IOD-1")).contains("P-1");
        assertThat(heard.changes).containsExactly(new CaseChanged(PROGRAM, "IOD-1", "P-1"));
    }

    @Test
    void tellsOfNothingWhereNothingChanged() {
        ndjson(Feeds.contractCase(PROGRAM, "IOD-1"));
        heard.changes.clear();

        assertThat(ndjson(Feeds.contractCase(PROGRAM, "IOD-1")).accepted()).isEqualTo(1);
        assertThat(heard.changes).isEmpty();

        ndjson(Feeds.contractCase(PROGRAM, "IOD-1").replace("\"open\"", "\"closed\""));
        assertThat(heard.changes).hasSize(1);
        assertThat(files.isOpen(PROGRAM, "IOD-1")).isFalse();
    }

    @Test
    void rejectsBadRowsWithPreciseReasonsAndKeepsTheGoodOnes() {
        FeedResult result = ndjson(
                Feeds.contractCase(PROGRAM, "IOD-1"),
                "{\"program\": ",
                "",
                Feeds.contractCase(PROGRAM, "IOD-2").replace("1980-02-14", "14.2.1980"),
                Feeds.contractCase("elsewhere", "IOD-3"),
                Feeds.contractCase("unregistered", "IOD-4"),
                Feeds.contractCase(PROGRAM, "IOD-5")
                        .replace("\"family\": \"Brandt\",", "")
                        .replace("1234\"", "12\""),
                Feeds.contractCase(PROGRAM, "IOD-6"));

        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.errors())
                .containsExactly(
                        new FeedResult.RowError(2, "the line is no JSON object (at column 13)"),
                        new FeedResult.RowError(4, "person.birthDate is no date (YYYY-MM-DD)"),
                        new FeedResult.RowError(5, "program is not one that you may feed"),
                        new FeedResult.RowError(6, "program is not registered here; register it before its cases"),
                        new FeedResult.RowError(7, "person.family is missing; person.ssnLast4 is not four digits"));
        assertThat(result.rejected()).isEqualTo(5);
    }

    @Test
    void aRowThatTheDatabaseRefusesCostsOnlyItself() {
        FeedResult result = ndjson(
                Feeds.contractCase(PROGRAM, "IOD-1"),
                Feeds.contractCase(PROGRAM, "IOD-2").replace("Brandt", "Bra\\u0000ndt"),
                Feeds.contractCase(PROGRAM, "IOD-3"));

        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.reason()).contains("character").doesNotContain("Bra");
        });
    }

    @Test
    void takesTheSameCasesAsCsv() throws Exception {
        byte[] csv = getClass().getResourceAsStream("/casefile/cases.csv").readAllBytes();
        FeedResult result = feed.read(new java.io.ByteArrayInputStream(csv), FeedFormat.CSV, Set.of(PROGRAM), "test");

        assertThat(result.errors())
                .containsExactly(
                        new FeedResult.RowError(2, "status is none of closed, open, reopened"),
                        new FeedResult.RowError(3, "the row has 2 cells, the header 21 columns"));
        CaseFile kept = CaseFiles.find(jdbc, PROGRAM, "CSV-1").orElseThrow();
        assertThat(kept.claimNumbers()).containsExactly("WC-1", "WC-2");
        assertThat(kept.person().family()).isEqualTo("Brandt, née Öst");
        assertThat(kept.person().address()).isEqualTo(new PostalAddress("1 Elm St", null, null, "60601"));
        assertThat(kept.providers())
                .containsExactly(
                        new CaseProvider("Dr. A", "1234567893", "312-555-0199"), new CaseProvider("Dr. B", null, null));
    }

    @Test
    void aCaseThatMovesToAnotherPersonTakesItsKeysAlong() {
        ndjson(Feeds.contractCase(PROGRAM, "IOD-1"));
        ndjson(Feeds.contractCase(PROGRAM, "IOD-1").replace("P-1", "P-2"));

        assertThat(jdbc.sql("select distinct person_id from match_key where program = ?")
                        .param(PROGRAM)
                        .query(String.class)
                        .list())
                .containsExactly("P-2");
        assertThat(jdbc.sql("select id from person where program = ?")
                        .param(PROGRAM)
                        .query(String.class)
                        .list())
                .containsExactly("P-2");
    }

    @Test
    void anEndlessLineIsRejectedWithoutFillingTheHeap() {
        String endless = "x".repeat(NdjsonRows.LONGEST_LINE + 10);
        FeedResult result = ndjson(endless, Feeds.contractCase(PROGRAM, "IOD-1"));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.errors()).containsExactly(new FeedResult.RowError(1, "the line is longer than 256 kB"));
    }

    @Test
    void loadsTheCasesOfAMidSizedAgencyInSeconds() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_600; i++) {
            lines.add(Feeds.contractCase(PROGRAM, "IOD-" + i)
                    .replace("P-1", "P-" + i % 2_000)
                    .replace("WC-88-120934", "WC-88-" + i)
                    .replace(
                            "1980-02-14",
                            java.time.LocalDate.of(1950, 1, 1)
                                    .plusDays(i % 2_000 * 9L)
                                    .toString()));
        }
        double fresh = seconds(lines);
        double same = seconds(lines);
        double changed = seconds(lines.stream()
                .map(line -> line.replace("\"open\"", "\"reopened\""))
                .toList());
        System.out.printf(
                "case feed: %.0f new, %.0f unchanged, %.0f changed cases/s%n",
                2_600 / fresh, 2_600 / same, 2_600 / changed);

        assertThat(fresh).isLessThan(15);
    }

    private double seconds(List<String> lines) {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        FeedResult result =
                feed.read(new java.io.ByteArrayInputStream(body), FeedFormat.NDJSON, Set.of(PROGRAM), "test");
        assertThat(result.accepted()).isEqualTo(2_600);
        return (System.nanoTime() - start) / 1e9;
    }
}
