package org.caseward.bench.intake;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.caseward.HubApplication;
import org.caseward.demo.senders.HubClient;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedBroker;
import org.caseward.setup.EmbeddedDatabase;
import org.caseward.setup.EmbeddedMail;
import org.caseward.setup.Secrets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A hub in a folder of its own that only receives: a real database (fsync on), a real broker, the project's own intake routes, and no stage behind. */
final class BenchHub implements AutoCloseable {
    private static final List<String> ROUTES = List.of(
            "mllp.xml",
            "mllps.xml",
            "fhir.xml",
            "email.xml",
            "sftp.xml",
            "fax-spool.xml",
            "fax-webhook.xml",
            "portal.xml");

    private static final int MOST_SENDERS = 64;

    private final Path dir;
    private final Secrets secrets;
    private final Certificates certificates;
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final int mllp = freePort();
    private final int mllps = freePort();
    private final int http = freePort();
    private final int ssh = freePort();
    private final EmbeddedMail mail;
    private final SftpSender sftp;
    private final ConfigurableApplicationContext hub;

    BenchHub() throws Exception {
        dir = Files.createTempDirectory("caseward-bench");
        secrets = Secrets.open(dir.resolve("secrets.properties"));
        certificates = Certificates.open(dir.resolve("certificates"));
        database = EmbeddedDatabase.start(dir, 0, secrets, certificates);
        broker = EmbeddedBroker.start(dir.resolve("broker"), freePort(), secrets, certificates);
        mail = EmbeddedMail.start(0, 0, certificates);
        mail.mailbox(BenchDirectory.MAILBOX, secrets.get("mail"));
        sftp = SftpSender.make(ssh, BenchDirectory.USER);
        routes();
        hub = new SpringApplicationBuilder(HubApplication.class)
                .properties(properties())
                .registerShutdownHook(false)
                .run();
        BenchDirectory.fill(hub, secrets, mail.imaps(), sftp.publicKey());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void routes() throws IOException {
        Path intake = Files.createDirectories(dir.resolve("routes/intake"));
        Files.copy(Path.of("routes/errors.xml"), dir.resolve("routes/errors.xml"));
        for (String file : ROUTES) {
            Files.copy(Path.of("routes/intake", file), intake.resolve(file));
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> all = new LinkedHashMap<>(database.properties());
        all.putAll(EmbeddedBroker.properties(secrets));
        String bundle = "spring.ssl.bundle.pem.mllps.";
        all.put("server.port", http);
        all.put("caseward.routes", dir.resolve("routes").toString());
        all.put("caseward.mllp.host", "127.0.0.1");
        all.put("caseward.mllp.port", mllp);
        all.put("caseward.mllps.enabled", true);
        all.put("caseward.mllps.port", mllps);
        all.put(
                bundle + "keystore.certificate",
                certificates.server().certificate().toString());
        all.put(bundle + "keystore.private-key", certificates.server().key().toString());
        all.put(bundle + "truststore.certificate", certificates.authority().toString());
        // the bench client has no key of its own: what is measured is the receiving, not the token
        all.put("caseward.fhir.accept-unscoped", true);
        // as many senders at once as the bench has, where a hub allows fewer
        all.put("caseward.portal.places", MOST_SENDERS);
        all.put("caseward.sftp.sessions-each", MOST_SENDERS);
        all.put("caseward.sftp.port", ssh);
        all.put("caseward.sftp.root", dir.resolve("sftp").toString());
        all.put("caseward.sftp.keys", dir.resolve("sftp-keys").toString());
        // its server forgets now and then to tell of a message when many come at once
        all.put("caseward.email.look", "1s");
        all.put("caseward.email.trust", certificates.authority().toString());
        all.put("caseward.fax.spool", dir.resolve("fax").toString());
        all.put("caseward.keys", dir.resolve("keys.properties").toString());
        all.put("caseward.secrets", dir.resolve("secrets").toString());
        all.put("caseward.documents", dir.resolve("documents").toString());
        return all;
    }

    /** Every channel that takes part. */
    List<IntakeSender> senders() throws IOException {
        SSLContext tls = client();
        URI base = URI.create("http://127.0.0.1:" + http);
        HubClient client = new HubClient(base.resolve("/oauth2/token"), BenchDirectory.CLIENT, secrets.get("client"));
        return List.of(
                new MllpSender("mllp", () -> new java.net.Socket("127.0.0.1", mllp)),
                new MllpSender("mllps", () -> tls.getSocketFactory().createSocket("127.0.0.1", mllps)),
                new FhirSender(base.resolve("/fhir"), client),
                new EmailSender(mail),
                sftp,
                new FaxSender(dir.resolve("fax"), BenchDirectory.FAX_LINE),
                new WebhookSender(
                        base.resolve("/webhooks/fax/" + BenchDirectory.FAX_SERVICE),
                        BenchDirectory.webhookSecret(secrets),
                        BenchDirectory.FAX_LINE,
                        HttpClient.newHttpClient()),
                new PortalSender(base.resolve("/portal"), BenchDirectory.USER, secrets.get("portal")));
    }

    private SSLContext client() throws IOException {
        Certificates.Identity own = certificates.client("lab", BenchDirectory.CERTIFICATE_NAME);
        PemSslStoreDetails key = PemSslStoreDetails.forCertificate(
                        own.certificate().toString())
                .withPrivateKey(own.key().toString());
        PemSslStoreDetails trust =
                PemSslStoreDetails.forCertificate(certificates.authority().toString());
        return SslBundle.of(new PemSslStoreBundle(key, trust)).createSslContext();
    }

    DataSource owner() {
        return new DriverManagerDataSource(database.url("hub"), "hub_owner", secrets.get("db.hub_owner"));
    }

    Meter meter() throws IOException {
        return new Meter(JdbcClient.create(owner()), dir.resolve("postgres/postmaster.pid"));
    }

    @Override
    public void close() throws Exception {
        sftp.close();
        hub.close();
        mail.close();
        broker.close();
        database.close();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
