package org.caseward.bench.intake;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
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
import org.caseward.intake.Connections;
import org.caseward.security.People;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedBroker;
import org.caseward.setup.EmbeddedDatabase;
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
    private static final String CLIENT = "bench-client";
    private static final String CERTIFICATE_NAME = "lab.cityhosp.example";
    private static final String FAX_LINE = "+13125550190";

    private final Path dir;
    private final Secrets secrets;
    private final Certificates certificates;
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final int mllp = freePort();
    private final int mllps = freePort();
    private final int http = freePort();
    private final ConfigurableApplicationContext hub;

    BenchHub() throws Exception {
        dir = Files.createTempDirectory("caseward-bench");
        secrets = Secrets.open(dir.resolve("secrets.properties"));
        certificates = Certificates.open(dir.resolve("certificates"));
        database = EmbeddedDatabase.start(dir, 0, secrets, certificates);
        broker = EmbeddedBroker.start(dir.resolve("broker"), freePort(), secrets, certificates);
        routes();
        hub = new SpringApplicationBuilder(HubApplication.class)
                .properties(properties())
                .registerShutdownHook(false)
                .run();
        directory(hub.getBean(JdbcClient.class));
        hub.getBean(People.class).putClient(CLIENT, secrets.get("client"), Map.of());
        hub.getBean(Connections.class).refresh();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void routes() throws IOException {
        Path intake = Files.createDirectories(dir.resolve("routes/intake"));
        Files.copy(Path.of("routes/errors.xml"), dir.resolve("routes/errors.xml"));
        for (String file : List.of("mllp.xml", "mllps.xml", "fhir.xml", "fax-spool.xml")) {
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
        all.put("caseward.fax.spool", dir.resolve("fax").toString());
        all.put("caseward.keys", dir.resolve("keys.properties").toString());
        all.put("caseward.secrets", dir.resolve("secrets").toString());
        all.put("caseward.documents", dir.resolve("documents").toString());
        return all;
    }

    private static void directory(JdbcClient jdbc) {
        jdbc.sql("insert into program (code, label) values ('bench', 'Bench')").update();
        jdbc.sql("insert into provider (id, name) values ('city-hospital', 'City Hospital')")
                .update();
        for (String[] line : new String[][] {
            {"mllp-main", "mllp", "mllp-main", Messages.SENDER},
            {"mllps-main", "mllp", "mllps-main", Messages.SENDER},
            {"bench-fhir", "fhir", CLIENT, CLIENT},
            {"bench-fax", "fax", FAX_LINE, "+13125550130"}
        }) {
            jdbc.sql("insert into connection (id, channel, address, programs) values (?, ?, ?, '{bench}')")
                    .params(line[0], line[1], line[2])
                    .update();
            jdbc.sql("insert into sender (connection, key, provider) values (?, ?, 'city-hospital')")
                    .params(line[0], line[3])
                    .update();
        }
        jdbc.sql("""
                        insert into credential (connection, provider, kind, value, added_by)
                        values ('mllps-main', 'city-hospital', 'x509-san', ?, 'bench')""").param(CERTIFICATE_NAME).update();
    }

    /** Every channel that takes part. */
    List<IntakeSender> senders() throws IOException {
        SSLContext tls = client();
        URI base = URI.create("http://127.0.0.1:" + http);
        return List.of(
                new MllpSender("mllp", () -> new java.net.Socket("127.0.0.1", mllp)),
                new MllpSender("mllps", () -> tls.getSocketFactory().createSocket("127.0.0.1", mllps)),
                new FhirSender(
                        base.resolve("/fhir"),
                        new HubClient(base.resolve("/oauth2/token"), CLIENT, secrets.get("client"))),
                new FaxSender(dir.resolve("fax"), FAX_LINE));
    }

    private SSLContext client() throws IOException {
        Certificates.Identity own = certificates.client("lab", CERTIFICATE_NAME);
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
        hub.close();
        broker.close();
        database.close();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
