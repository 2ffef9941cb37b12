package org.caseward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caseward.demo.DemoSetup;
import org.caseward.intake.Connections;
import org.caseward.report.Channel;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedMail;
import org.caseward.setup.Secrets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's mail server with the police program's mailbox and a clinic's account. */
final class DemoMail implements AutoCloseable {
    /** Its ports, from the base. */
    private static final int SMTPS = 8;

    private static final int IMAPS = 9;
    private static final String HOST = "127.0.0.1";

    private final int port;
    private final Secrets secrets;
    private final Certificates certificates;
    private final EmbeddedMail server;
    private final String clinic = DemoSetup.standard().mailingClinic();

    private DemoMail(int port, Secrets secrets, Certificates certificates, EmbeddedMail server) {
        this.port = port;
        this.secrets = secrets;
        this.certificates = certificates;
        this.server = server;
        server.mailbox(DemoSetup.MAILBOX, password());
        server.mailbox(clinic, secrets.get("mail.clinic"));
    }

    static DemoMail start(int port, Secrets secrets, Certificates certificates) throws IOException {
        return new DemoMail(port, secrets, certificates, EmbeddedMail.start(port + SMTPS, port + IMAPS, certificates));
    }

    private String password() {
        return secrets.get("mail.hub");
    }

    Map<String, Object> properties() {
        return Map.of(
                "caseward.email.trust",
                certificates.authority().toString(),
                "caseward.email.outgoing.host",
                HOST,
                "caseward.email.outgoing.port",
                port + SMTPS,
                "caseward.email.outgoing.user",
                DemoSetup.MAILBOX,
                "caseward.email.outgoing.password",
                password());
    }

    /** Tells the directory where the mailbox is and how it is opened. */
    void fill(ApplicationContext hub) {
        hub.getBean(JdbcClient.class)
                .sql("""
                        update connection set settings = settings
                            || jsonb_build_object('host', ?::text, 'port', ?::text, 'user', address, 'answer', 'true')
                        where id = ?""")
                .params(HOST, String.valueOf(port + IMAPS), DemoSetup.MAIL_CONNECTION)
                .update();
        Connections connections = hub.getBean(Connections.class);
        connections.refresh();
        connections
                .find(Channel.EMAIL, DemoSetup.MAILBOX)
                .ifPresent(mailbox -> connections.keepSecret(mailbox, password().getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code smtp}: a clinic's account, and the address to write to. */
    Map<String, Object> smtp() {
        return endpoint(port + SMTPS, clinic, secrets.get("mail.clinic"));
    }

    /** {@code imap}: the hub's own mailbox. */
    Map<String, Object> imap() {
        return endpoint(port + IMAPS, DemoSetup.MAILBOX, password());
    }

    private Map<String, Object> endpoint(int at, String user, String password) {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("host", HOST);
        endpoint.put("port", at);
        endpoint.put("user", user);
        endpoint.put("password", password);
        endpoint.put("address", DemoSetup.MAILBOX);
        endpoint.put("caFile", certificates.authority().toAbsolutePath().toString());
        return endpoint;
    }

    @Override
    public void close() {
        server.close();
    }
}
