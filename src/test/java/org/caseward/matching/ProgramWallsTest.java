package org.caseward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.caseward.casefile.CaseFeed;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.casefile.MirrorTest;
import org.caseward.matching.MatchResult.Candidate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same people, ids and numbers in three programs: whatever a report says, no candidate comes from outside its connection's programs. */
class ProgramWallsTest extends MirrorTest {
    private static final List<String> PROGRAMS = List.of("wall-a", "wall-b", "wall-c");

    private final SplittableRandom random = new SplittableRandom(7);
    private final SimulatedAgency agency = new SimulatedAgency(random, 100);

    @Autowired
    CaseFeed feed;

    @Autowired
    Matching matching;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theSamePeopleEverywhere() {
        for (String program : PROGRAMS) {
            jdbc.sql("insert into program (code, label) values (?, 'Wall') on conflict do nothing")
                    .param(program)
                    .update();
            List<CaseFile> cases = agency.cases.stream()
                    .map(file -> CaseFixtures.in(program, file))
                    .toList();
            assertThat(feed.read(Feeds.of(cases), FeedFormat.NDJSON, Set.of(program), "test")
                            .rejected())
                    .isZero();
        }
    }

    @Test
    void noCandidateEverComesFromOutsideTheConnectionsPrograms() {
        for (int i = 0; i < 300; i++) {
            String[] serves =
                    PROGRAMS.stream().filter(p -> random.nextBoolean()).toArray(String[]::new);
            if (serves.length > 0) {
                MatchResult result = matching.match(
                                agency.send().report().programs(serves).build())
                        .match();
                assertThat(result.candidates()).extracting(Candidate::program).isSubsetOf(serves);
                assertThat(result.program().stream()).isSubsetOf(serves);
                if (serves.length > 1) {
                    assertThat(result.decision()).isNotEqualTo(MatchResult.Decision.AUTO);
                }
            }
        }
    }
}
