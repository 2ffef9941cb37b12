package org.caseward.intake;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

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
