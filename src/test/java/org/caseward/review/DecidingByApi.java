package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.review.ApiCaller.Answer;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A coordinator's API client, and cases in two programs. */
@DeskTest
abstract class DecidingByApi {
    static final String PROGRAM = "act-police";
    static final String OTHER = "act-city";
    static final byte[] PAGE = {1};

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DeskApp.settings(registry);
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ReportRows rows;

    @Autowired
    CaseRows cases;

    @Autowired
    JdbcClient pipeline;

    @Autowired
    DeskApp.Heard heard;

    ApiCaller coordinator;

    @BeforeEach
    void aClientAndSomeCases() {
        people.putClient("act-coordinator", "s3cret", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        coordinator = new ApiCaller(port, "act-coordinator", "s3cret");
        cases.program(PROGRAM, "Police");
        cases.program(OTHER, "City");
        cases.open(PROGRAM, "IOD-2026-000101", "Quill", "Ada", "1980-02-14");
        cases.closed(PROGRAM, "IOD-2019-000007", "Quill", "Ada", "1980-02-14");
        cases.open(OTHER, "WC-2026-000500", "Quill", "Ada", "1980-02-14");
        // the same number in both programs
        cases.open(PROGRAM, "SHARED-000001", "Quill", "Ada", "1980-02-14");
        cases.open(OTHER, "SHARED-000001", "Bell", "Otto", "1971-01-01");
    }

    Answer decide(ApiCaller who, UUID report, String body) {
        return who.post("/api/reports/" + report + "/decision", body);
    }

    Answer decide(UUID report, String body) {
        return decide(coordinator, report, body);
    }

    static String accept(String number) {
        return "{'action': 'accept', 'caseNumbers': ['" + number + "']}";
    }

    /** {@code by action program cases}, one line a decision. */
    List<String> decisions(UUID report) {
        return pipeline.sql("""
                select concat_ws(' ', by, action, program, array_to_string(case_numbers, '+')) from hub.decision
                where report = ? order by at""").param(report).query(String.class).list();
    }

    List<String> outbox(UUID report) {
        return pipeline.sql("select lane from hub.outbox where report = ?")
                .param(report)
                .query(String.class)
                .list();
    }

    static void refused(Answer answer, int status, String... said) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asString()).contains(said);
    }
}
