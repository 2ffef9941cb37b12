package org.caseward.intake;

import java.nio.file.Path;
import java.util.Map;
import org.caseward.intake.mail.MailServer;
import org.caseward.security.People;
import org.caseward.testing.SmartPeer;
import org.caseward.testing.TestDatabase;
import org.caseward.testing.TestHub;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One hub for all channels' tests: real doors, a real database and broker, and no stages behind, so that reports stay as received. */
@SpringBootTest(classes = IntakeHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ReceivingHub {
    static final int LARGEST_FHIR = 1024 * 1024;
    static final int LARGEST_FAX_CALL = 2 * 1024 * 1024;
    static final int LARGEST_FRAME = 2 * 1024 * 1024;
    static final String CLIENT = "test-client";
    static final String STRANGER = "no-fhir-client";
    static final String SECRET = "a secret of the test's own";

    @DynamicPropertySource
    static void hub(DynamicPropertyRegistry registry) {
        TestHub.register(registry, "receiving");
        Path routes = TestHub.routes(
                "receiving",
                "errors.xml",
                "intake/mllp.xml",
                "intake/mllps.xml",
                "intake/mllp-listeners.xml",
                "intake/fhir.xml",
                "intake/fax-spool.xml",
                "intake/fax-webhook.xml",
                "intake/portal.xml",
                "intake/sftp.xml",
                "intake/sftp-fetch.xml",
                "intake/email.xml");
        registry.add("caseward.routes", routes::toString);
        registry.add("caseward.fhir.largest", () -> LARGEST_FHIR);
        registry.add("caseward.portal.largest", () -> LARGEST_FHIR);
        registry.add("caseward.portal.largest-request", () -> 4 * LARGEST_FHIR);
        registry.add("caseward.fax.largest", () -> LARGEST_FAX_CALL);
        registry.add("caseward.mllp.largest", () -> LARGEST_FRAME);
        registry.add("caseward.mllp.hello-seconds", () -> 5);
        registry.add("caseward.mllps.key-check", () -> "500ms");
        registry.add("caseward.mllp.frame-seconds", () -> 5);
        MailServer.register(registry);
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Connections connections;

    @Autowired
    People people;

    @LocalServerPort
    int httpPort;

    @Value("${caseward.mllp.port}")
    int port;

    @Value("${caseward.mllps.port}")
    int securePort;

    @Value("${caseward.fax.spool}")
    Path spool;

    IntakeFixture fixture;

    @BeforeEach
    void fill() {
        fixture = new IntakeFixture(jdbc);
        fixture.fill(connections);
    }

    /** The key of {@link #CLIENT}, one for the whole run. */
    static final SmartPeer PEER = SmartPeer.rsa(CLIENT);

    void clients() {
        PEER.register(jdbc, "fhir-test");
        people.putClient(CLIENT, SECRET, Map.of());
        people.putClient(STRANGER, SECRET, Map.of());
    }

    static void asOwner(String sql) {
        owner().sql(sql).update();
    }

    static JdbcClient owner() {
        return JdbcClient.create(ownersSource());
    }

    static DriverManagerDataSource ownersSource() {
        String password = String.valueOf(TestDatabase.get().properties().get("caseward.database.owner.password"));
        return new DriverManagerDataSource(TestDatabase.get().url("hub"), "hub_owner", password);
    }
}
