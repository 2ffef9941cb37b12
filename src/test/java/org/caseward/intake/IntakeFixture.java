package org.caseward.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caseward.intake.mail.MailServer;
import org.caseward.intake.mail.MailText;
import org.caseward.report.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two programs, a lab that sends over MLLP, a FHIR client and a fax line. */
public final class IntakeFixture {
    private final JdbcClient jdbc;

    public IntakeFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void fill(Connections connections) {
        program("pd-medical");
        program("city-wc");
        jdbc.sql("insert into provider (id, name) values ('city-hospital', 'City Hospital') on conflict do nothing")
                .update();
        connection("mllp-main", "mllp", "mllp-main", "pd-medical");
        connection("fhir-test", "fhir", "test-client", "pd-medical");
        connection("fax-shared", "fax", "+13125550192", "pd-medical", "city-wc");
        connection("portal-test", "portal", "portal-test", "pd-medical");
        sender("mllp-main", "LABSYS|CITYHOSP");
        sender("portal-test", "city-hospital");
        connections.refresh();
    }

    private void program(String code) {
        jdbc.sql("insert into program (code, label) values (?, ?) on conflict do nothing")
                .params(code, code)
                .update();
    }

    public void connection(String id, String channel, String address, String... programs) {
        jdbc.sql("insert into connection (id, channel, address, programs) values (?, ?, ?, ?) on conflict do nothing")
                .params(id, channel, address, programs)
                .update();
    }

    public void sender(String connection, String key) {
        jdbc.sql("insert into sender (connection, key, provider) values (?, ?, 'city-hospital') on conflict do nothing")
                .params(connection, key)
                .update();
    }

    /** A mailbox at the test's mail server that takes what the clinic sends. */
    public void mailbox(Connections connections, MailServer server, Map<String, String> more) {
        mailbox(connections, server.ports().imaps(), more);
    }

    public void mailbox(Connections connections, int port, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("host", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        jdbc.sql("""
                        insert into connection (id, channel, address, programs, settings)
                        values ('mail-police', 'email', ?, '{pd-medical}', ?::jsonb)
                        on conflict (id) do update set settings = excluded.settings, enabled = true""")
                .params(MailServer.MAILBOX, JsonMapper.shared().writeValueAsString(settings))
                .update();
        sender("mail-police", MailText.FROM);
        connections.refresh();
        connections.keepSecret(
                connections.find(Channel.EMAIL, MailServer.MAILBOX).orElseThrow(),
                MailServer.PASSWORD.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody watches it any more. */
    public void closeMailbox(Connections connections) {
        jdbc.sql("update connection set enabled = false where id = 'mail-police'")
                .update();
        connections.refresh();
    }

    public List<Map<String, Object>> reports(String controlId) {
        return jdbc.sql("select * from report where control_id = ? order by id")
                .param(controlId)
                .query()
                .listOfRows();
    }

    static String oru(String sender, String controlId, String family) {
        return "MSH|^~\\&|" + sender + "|HUB|AGENCY|20261101120000||ORU^R01|" + controlId + "|P|2.5.1\r"
                + "PID|1||4711^^^CITYHOSP^MR||" + family + "^JANE||19800214|F\r"
                + "OBR|1|||11502-2^LABORATORY REPORT.TOTAL^LN|||20261031\r"
                + "OBX|1|TX|note||nothing remarkable||||||F\r";
    }
}
