package org.caseward.bench.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.caseward.intake.Connections;
import org.caseward.report.Channel;
import org.caseward.security.People;
import org.caseward.security.ProviderAccounts;
import org.caseward.setup.Secrets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may send in the bench: one provider, by every channel. */
final class BenchDirectory {
    static final String CLIENT = "bench-client";
    static final String CERTIFICATE_NAME = "lab.cityhosp.example";
    static final String FAX_LINE = "+13125550190";
    static final String CALLER = "+13125550130";
    static final String FAX_SERVICE = "bench-service";
    static final String MAILBOX = "reports@bench.example";
    static final String CLINIC_MAIL = "office@cityhosp.example";
    /** Of the SFTP user and of the account at the portal. */
    static final String USER = "city-hospital";

    private static final String PROVIDER = "city-hospital";

    private final JdbcClient jdbc;
    private final Connections connections;
    private final Secrets secrets;

    private BenchDirectory(ApplicationContext hub, Secrets secrets) {
        this.jdbc = hub.getBean(JdbcClient.class);
        this.connections = hub.getBean(Connections.class);
        this.secrets = secrets;
    }

    /** @param imaps the mail server's port */
    static void fill(ApplicationContext hub, Secrets secrets, int imaps, String sshKey) {
        BenchDirectory directory = new BenchDirectory(hub, secrets);
        directory.rows(imaps);
        directory.credential("mllps-main", "x509-san", CERTIFICATE_NAME);
        directory.credential("bench-sftp", "ssh-key", sshKey);
        hub.getBean(People.class).putClient(CLIENT, secrets.get("client"), Map.of());
        ProviderAccounts accounts = hub.getBean(ProviderAccounts.class);
        accounts.open(USER, PROVIDER, "bench-portal");
        accounts.choosePassword(USER, secrets.get("portal"));
        directory.connections.refresh();
        directory.secret(Channel.FAX, "service:" + FAX_SERVICE, webhookSecret(secrets));
        directory.secret(Channel.EMAIL, MAILBOX, secrets.get("mail"));
        directory.connections.refresh();
    }

    static String webhookSecret(Secrets secrets) {
        return "fax:" + secrets.get("webhook");
    }

    private void rows(int imaps) {
        jdbc.sql("insert into program (code, label) values ('bench', 'Bench')").update();
        jdbc.sql("insert into provider (id, name) values (?, 'City Hospital')")
                .param(PROVIDER)
                .update();
        connection("mllp-main", "mllp", "mllp-main", Messages.SENDER, "{}");
        connection("mllps-main", "mllp", "mllps-main", Messages.SENDER, "{}");
        connection("bench-fhir", "fhir", CLIENT, CLIENT, "{}");
        connection("bench-fax", "fax", FAX_LINE, CALLER, "{}");
        connection(FAX_SERVICE, "fax", "service:" + FAX_SERVICE, CALLER, "{\"profile\": \"documo\"}");
        connection("bench-sftp", "sftp", "drop", USER, "{}");
        connection("bench-portal", "portal", "bench-portal", PROVIDER, "{}");
        connection(
                "bench-mail", "email", MAILBOX, CLINIC_MAIL, "{\"host\": \"127.0.0.1\", \"port\": \"" + imaps + "\"}");
    }

    private void connection(String id, String channel, String address, String sender, String settings) {
        jdbc.sql(
                        "insert into connection (id, channel, address, programs, settings) values (?, ?, ?, '{bench}', ?::jsonb)")
                .params(id, channel, address, settings)
                .update();
        jdbc.sql("insert into sender (connection, key, provider) values (?, ?, ?)")
                .params(id, sender, PROVIDER)
                .update();
    }

    private void credential(String connection, String kind, String value) {
        jdbc.sql("insert into credential (connection, provider, kind, value, added_by) values (?, ?, ?, ?, 'bench')")
                .params(connection, PROVIDER, kind, value)
                .update();
    }

    private void secret(Channel channel, String address, String secret) {
        connections
                .find(channel, address)
                .ifPresent(found -> connections.keepSecret(found, secret.getBytes(StandardCharsets.UTF_8)));
    }
}
