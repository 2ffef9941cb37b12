package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import org.caseward.intake.Delivery;
import org.caseward.intake.ReceiptDesk;
import org.caseward.monitoring.Replay;
import org.caseward.monitoring.ReplayResult;
import org.caseward.register.Outbox;
import org.caseward.report.Channel;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.testing.MllpPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reports on their whole way, from the socket to the case store, through the project's own route files. */
class WholeWayTest extends WholeWay {
    /** Ends the connections of the stages; a role may end its own. */
    private static final String THROW_OUT =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hub_pipeline' and pid <> pg_backend_pid()";

    @Autowired
    Outbox outbox;

    @Autowired
    Replay replay;

    @Autowired
    ReceiptDesk desk;

    @Autowired
    People people;

    @LocalServerPort
    int http;

    @AfterEach
    void everyRouteRuns() {
        routes.start("pipeline-structured");
    }

    @Test
    void aReportThatNamesItsCaseIsFiledThereAndTellsItsWholeStory() throws Exception {
        send(about(controlId, naming()));
        Map<String, Object> report = await(controlId, "filed");
        assertThat(filed(id(report)))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("case_number", caseNumber)
                        .containsEntry("program", PROGRAM)
                        .containsEntry("person_id", "P-" + mark)
                        .containsEntry("filed_by", "hub")
                        .containsEntry("provider", "city-hospital")
                        .containsEntry("control_id", controlId)
                        .containsEntry("status", "current"));
        assertThat(steps(id(report)))
                .containsExactly(
                        "received", "extracted", "normalised", "matched", "checked", "decided", "published", "filed");
    }

    @Test
    void aReportThatAPersonAcceptedIsFiledInThatPersonsName() throws Exception {
        send(doubtful(controlId));
        ReportId report = id(await(controlId, "in_review"));
        people.put("wilhelmina", "a long password", "Wilhelmina", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        Browser browser = new Browser(http);
        browser.signIn("wilhelmina", "a long password");
        var answer = browser.postJson(
                "/api/reports/" + report + "/decision",
                "{\"action\": \"accept\", \"caseNumbers\": [\"" + caseNumber + "\"]}",
                "X-CSRF-TOKEN",
                browser.csrf("/signin"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await(controlId, "filed");
        assertThat(filed(report))
                .singleElement()
                .satisfies(record -> assertThat(record).containsEntry("filed_by", "wilhelmina"));
        assertThat(steps(report)).endsWith("decided", "in_review", "reviewed", "published", "filed");
    }

    @Test
    void aFilingThatIsRepeatedBecauseItsMarkWasLostChangesNothing() throws Exception {
        send(about(controlId, naming()));
        ReportId report = id(await(controlId, "filed"));
        jdbc.sql("update report set state = 'matched' where id = ?")
                .param(report.value())
                .update();
        outbox.put(Outbox.PUBLISHING, report);
        await(controlId, "filed");
        assertThat(filed(report)).hasSize(1);
    }

    @Test
    void aReportOnWhichAStageFailsWaitsInQuarantineAndGoesThroughOnceItIsMended() throws Exception {
        ReportId report = keptWhileTheStagesRest();
        asOwner(
                "hub",
                "update hub.receipt set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where control_id = '"
                        + controlId + "'");
        routes.start("pipeline-structured");
        Map<String, Object> stands = await(controlId, "quarantined");
        assertThat(stands).containsEntry("reason_code", "fault-IllegalStateException");
        assertThat(String.valueOf(stands.get("reason"))).contains("replay");
        assertThat(steps(report)).startsWith("received").endsWith("quarantined");

        asOwner(
                "hub",
                "update hub.receipt set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where control_id = '"
                        + controlId + "'");
        assertThat(replay.replay(report, Step.RECEIVED, true, "ann").changes()).contains("state: quarantined to filed");
        assertThat(fixture.reports(controlId))
                .singleElement()
                .satisfies(same -> assertThat(same)
                        .containsEntry("state", "quarantined")
                        .containsEntry("version", stands.get("version")));
        assertThat(replay.replay(report, Step.RECEIVED, false, "ann").started()).isTrue();
        await(controlId, "filed");
        assertThat(filed(report)).hasSize(1);
        assertThat(steps(report)).contains("replayed");
    }

    /** The route is stopped, and its message waits in the queue already. */
    private ReportId keptWhileTheStagesRest() throws Exception {
        routes.stop("pipeline-structured");
        send(about(controlId, naming()));
        ReportId report = id(await(controlId, "received"));
        eventually(() -> !waiting(report), "the outbox to be empty", () -> "still there");
        return report;
    }

    private boolean waiting(ReportId report) {
        return jdbc.sql("select exists (select from outbox where report = ?)")
                .param(report.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void aReportThatTheCaseStoreRefusesWaitsInQuarantineAndIsFiledOnceItIsMended() throws Exception {
        String rule = "refuses_" + mark;
        asOwner(
                "casestore",
                "alter table casestore.record add constraint " + rule + " check (control_id <> '" + controlId + "')");
        try {
            send(about(controlId, naming()));
            Map<String, Object> stands = await(controlId, "quarantined");
            assertThat(String.valueOf(stands.get("reason"))).contains("case store");
        } finally {
            asOwner("casestore", "alter table casestore.record drop constraint " + rule);
        }
        ReportId report = id(fixture.reports(controlId).getFirst());
        assertThat(replay.replay(report, Step.RECEIVED, false, "ann").started()).isTrue();
        await(controlId, "filed");
        assertThat(filed(report)).hasSize(1);
    }

    @Test
    void anOutagePausesTheRouteAndPutsNothingInQuarantine() throws Exception {
        ReportId report = keptWhileTheStagesRest();
        asOwner("hub", "grant connect on database hub to hub_intake, hub_staff");
        try (Connection last = connect("hub", "pipeline")) {
            asOwner("hub", "revoke connect on database hub from public");
            last.createStatement().execute(THROW_OUT);
            routes.start("pipeline-structured");
            eventually(
                    () -> state("pipeline-structured").equals("paused"),
                    "the route to pause",
                    () -> state("pipeline-structured"));
        } finally {
            asOwner("hub", "grant connect on database hub to public");
        }
        await(controlId, "filed");
        assertThat(steps(report)).doesNotContain("quarantined");
        assertThat(state("pipeline-structured")).isEqualTo("started");
    }

    @Test
    void connectionsThatBreakAtAnyMomentPutNothingInQuarantine() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(about(controlId + "-" + i, naming()));
            as("hub", "pipeline", THROW_OUT);
        }
        for (int i = 0; i < 20; i++) {
            String one = controlId + "-" + i;
            eventually(
                    () -> !"received".equals(fixture.reports(one).getFirst().get("state")),
                    "report " + i + " to be read",
                    () -> String.valueOf(fixture.reports(one).getFirst().get("state")));
            assertThat(fixture.reports(one))
                    .extracting(report -> report.get("state"))
                    .doesNotContain("quarantined");
        }
    }

    @Test
    void aRowThatTheBrokerKnowsAlreadyHoldsNobodyUp() throws Exception {
        send(about(controlId, naming()));
        ReportId report = id(await(controlId, "filed"));
        // as after a fall between the broker's commit and the outbox's
        jdbc.sql("insert into outbox (id, lane, report) select receipt, lane, id from report where id = ?")
                .param(report.value())
                .update();
        send(about(controlId + "-next", naming().replace("Claim no", "Claim number")));
        await(controlId + "-next", "filed");
        assertThat(waiting(report)).isFalse();
        assertThat(filed(report)).hasSize(1);
    }

    @Test
    void theSameBytesByAnotherConnectionAreACopyThatAPersonSees() throws Exception {
        String message = about(controlId, naming());
        send(message);
        ReportId first = id(await(controlId, "filed"));
        fixture.connection("mllp-second", "mllp", "mllp-second", PROGRAM);
        fixture.sender("mllp-second", SENDER);
        connections.refresh();
        ReportId second = desk.receive(new Delivery(
                        Channel.MLLP,
                        "mllp-second",
                        SENDER,
                        controlId,
                        controlId,
                        "x-application/hl7-v2+er7",
                        Delivery.Lane.STRUCTURED,
                        message.getBytes(StandardCharsets.UTF_8),
                        Map.of()))
                .report();
        await(controlId, "in_review");
        assertThat(jdbc.sql("select copy_of from report where id = ?")
                        .param(second.value())
                        .query(java.util.UUID.class)
                        .single())
                .isEqualTo(first.value());
        assertThat(filed(second)).isEmpty();
    }

    @Test
    void aSenderThatWasUnknownIsTheReportsProviderOnceItIsRegisteredAndReplayed() throws Exception {
        String sender = "NEW" + mark + "|CLINIC";
        try (MllpPeer peer = new MllpPeer(mllp)) {
            assertThat(peer.send(message(sender, controlId, naming()))).contains("MSA|AR|");
        }
        ReportId report = id(await(controlId, "quarantined"));
        fixture.sender("mllp-main", sender);
        connections.refresh();
        ReplayResult sent = replay.replay(report, Step.RECEIVED, false, "ann");
        assertThat(sent.started()).isTrue();
        assertThat(await(controlId, "filed")).containsEntry("provider", "city-hospital");
        assertThat(filed(report))
                .singleElement()
                .satisfies(record -> assertThat(record).containsEntry("provider", "city-hospital"));
    }
}
