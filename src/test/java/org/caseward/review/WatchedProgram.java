package org.caseward.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caseward.documents.DocumentStore;
import org.caseward.matching.MatchResult;
import org.caseward.matching.watch.AutomaticFilings;
import org.caseward.matching.watch.QualityWatch;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.testing.WholeHub;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A program all of whose automatic filings are drawn for second review, with one such filing and people of every kind. */
// a hub that was paused for another test can't start its routes a second time
@DirtiesContext
abstract class WatchedProgram extends WholeHub {
    static final String FILED_ON = "IOD-2031-000077";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient pipeline;

    @Autowired
    People people;

    @Autowired
    DocumentStore documents;

    @Autowired
    AutomaticFilings filings;

    @Autowired
    QualityWatch watch;

    final String program = "watch-" + UUID.randomUUID().toString().substring(0, 8);
    final String other = program + "-other";
    UUID report;
    Browser reader;

    @BeforeEach
    void aReportThatTheHubFiled() {
        CaseRows cases = new CaseRows(pipeline);
        cases.program(program, "Watched");
        pipeline.sql("update hub.program set settings = '{\"watch\": {\"sample\": 1}}' where code = ?")
                .param(program)
                .update();
        cases.open(program, FILED_ON, "Vasquez", "Nadia", "1984-05-06");
        cases.open(program, "IOD-2031-000078", "Vasquez", "Nadine", "1984-06-05");
        report = filed();
        person("reader", Role.COORDINATOR, program);
        person("boss", Role.SUPERVISOR, program);
        person("stranger", Role.SUPERVISOR, other);
        person("engineer", Role.INTEGRATION_ENGINEER, program);
        reader = as("reader");
    }

    void person(String name, Role role, String in) {
        people.put(name + "." + program, "long enough", name, Map.of(in, Set.of(role)));
    }

    Browser as(String name) {
        Browser browser = new Browser(port);
        browser.signIn(name + "." + program, "long enough");
        return browser;
    }

    UUID filed() {
        UUID id = new ReportRows(pipeline, documents)
                .inReview(program)
                .state(ReportState.FILED)
                .field("patient.family", "Vasquez")
                .match(new MatchResult(
                        MatchResult.Decision.AUTO,
                        Optional.of(program),
                        List.of(new MatchResult.CaseMatch(FILED_ON, MatchResult.Decision.AUTO)),
                        List.of(new MatchResult.Candidate(
                                program, FILED_ON, 55.5, List.of("birth date agrees"), List.of())),
                        List.of(),
                        "fs-1"))
                .kept();
        pipeline.sql(
                        "insert into hub.decision (report, by, action, program, case_numbers) values (?, 'hub', 'accept', ?, ?)")
                .params(id, program, new String[] {FILED_ON})
                .update();
        filings.filed(new ReportId(id), program, "fs-1", List.of(FILED_ON));
        return id;
    }
}
