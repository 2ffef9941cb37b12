package org.caseward.intake;

import java.io.IOException;
import org.caseward.setup.Certificates;
import org.caseward.testing.TestHub;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two providers that send over MLLPS, with their certificates. */
final class SecureLab {
    static final String LISTENER = "mllps-main";
    static final String NAME = "lab.cityhosp.example";
    static final String SENDER = "LABSYS|CITYHOSP";
    static final String OTHER_NAME = "urn:caseward:clinic:river";
    static final String OTHER_SENDER = "OCCMED|RIVERSIDE";

    private final JdbcClient jdbc;

    SecureLab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void fill(IntakeFixture fixture, Connections connections) {
        fixture.connection(LISTENER, "mllp", LISTENER, "pd-medical");
        jdbc.sql("insert into provider (id, name) values ('riverside', 'Riverside') on conflict do nothing")
                .update();
        fixture.sender(LISTENER, SENDER);
        jdbc.sql("insert into sender (connection, key, provider) values (?, ?, 'riverside') on conflict do nothing")
                .params(LISTENER, OTHER_SENDER)
                .update();
        jdbc.sql("update credential set revoked_at = now() where revoked_at is null and connection = ?")
                .param(LISTENER)
                .update();
        credential("city-hospital", "x509-san", NAME, "'infinity'");
        credential("riverside", "x509-san", OTHER_NAME, "'infinity'");
        connections.refresh();
    }

    /** @param until as SQL */
    void credential(String provider, String kind, String value, String until) {
        jdbc.sql("""
                        insert into credential (connection, provider, kind, value, not_after, added_by)
                        values (?, ?, ?, ?, nullif(%s::timestamptz, 'infinity'), 'test')""".formatted(until)).params(LISTENER, provider, kind, value).update();
    }

    static Certificates.Identity lab() throws IOException {
        return TestHub.certificates().client("lab", NAME);
    }

    static Certificates.Identity river() throws IOException {
        return TestHub.certificates().client("river", OTHER_NAME);
    }

    /** Signed by the same authority, and registered nowhere. */
    static Certificates.Identity stranger() throws IOException {
        return TestHub.certificates().client("stranger", "someone@else.example");
    }
}
