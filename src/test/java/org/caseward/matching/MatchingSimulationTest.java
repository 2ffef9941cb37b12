package org.caseward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.caseward.casefile.CaseFeed;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.casefile.MirrorTest;
import org.caseward.matching.MatchResult.CaseMatch;
import org.caseward.matching.MatchResult.Decision;
import org.caseward.normalisation.NormalisedReport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one number that must be zero: reports filed by themselves on a case that is not theirs. */
class MatchingSimulationTest extends MirrorTest {
    private static final int PEOPLE = 2_000;
    private static final int REPORTS = 5_000;
    private static final int WARM_UP = 1_500;

    @Autowired
    CaseFeed feed;

    @Autowired
    Matching matching;

    @Autowired
    JdbcClient jdbc;

    @Test
    void filesNothingWrongAmongFiveThousandFaultyReports() {
        jdbc.sql("insert into program (code, label) values (?, 'Simulated') on conflict do nothing")
                .param(SimulatedAgency.PROGRAM)
                .update();
        SimulatedAgency agency = new SimulatedAgency(new SplittableRandom(20261122), PEOPLE);
        assertThat(feed.read(Feeds.of(agency.cases), FeedFormat.NDJSON, Set.of(SimulatedAgency.PROGRAM), "test")
                        .rejected())
                .isZero();

        List<SimulatedAgency.Sent> mail = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            mail.add(agency.send());
        }
        Tally tally = new Tally();
        for (int i = 0; i < REPORTS; i++) {
            if (i == WARM_UP) {
                tally.startClock();
            }
            NormalisedReport report = mail.get(i).report().build();
            tally.add(mail.get(i), matching.match(report).match());
        }
        tally.print(REPORTS - WARM_UP);

        assertThat(tally.wrong).isEmpty();
        assertThat(tally.decisions.get(Decision.AUTO)).isGreaterThan(REPORTS / 4);
    }

    private static final class Tally {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
        private final Map<String, Integer> gates = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
        private int bestIsTrue;
        private int known;
        private long cpu;
        private long wall;

        void startClock() {
            cpu = THREADS.getCurrentThreadCpuTime();
            wall = System.nanoTime();
        }

        void add(SimulatedAgency.Sent sent, MatchResult result) {
            decisions.merge(result.decision(), 1, Integer::sum);
            result.gates().stream().filter(g -> !g.passed()).forEach(g -> gates.merge(g.name(), 1, Integer::sum));
            if (sent.truth() == null) {
                if (result.decision() == Decision.AUTO) {
                    wrong.add("a stranger was filed on " + result.cases());
                }
                return;
            }
            String truth = sent.truth().caseNumber();
            known++;
            if (!result.candidates().isEmpty()
                    && result.candidates().getFirst().caseNumber().equals(truth)) {
                bestIsTrue++;
            }
            if (result.decision() == Decision.AUTO
                    && !result.cases().equals(List.of(new CaseMatch(truth, Decision.AUTO)))) {
                wrong.add(truth + " was filed on " + result.cases());
            }
        }

        void print(int timed) {
            System.out.printf(
                    "matching: %s of %d; wrong %d; true case ranked first %.1f %%; per report %.3f ms CPU in Java, %.3f ms wall%n",
                    decisions,
                    REPORTS,
                    wrong.size(),
                    100.0 * bestIsTrue / known,
                    (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6 / timed,
                    (System.nanoTime() - wall) / 1e6 / timed);
            System.out.println("matching: objections by gate " + gates);
        }
    }
}
