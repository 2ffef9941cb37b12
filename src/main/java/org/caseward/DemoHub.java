package org.caseward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caseward.demo.DemoSetup;
import org.caseward.intake.Connections;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedBroker;
import org.caseward.setup.EmbeddedDatabase;
import org.caseward.setup.Secrets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A whole hub in one process: database, broker, application, and the demo's agreements with its providers. */
final class DemoHub implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** Its port, from the base. */
    private static final int SFTP = 7;

    private final Path data;
    private final int port;
    private final Secrets secrets;
    private final Certificates certificates;
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final ConfigurableApplicationContext application;
    private final DemoFhirKey fhirKey;
    private final DemoDirectory directory;
    private final DemoSshKey sshKey;
    private final DemoMail mail;
    private final DemoFaxService faxService;

    private DemoHub(
            Path data,
            int port,
            Secrets secrets,
            Certificates certificates,
            EmbeddedDatabase database,
            EmbeddedBroker broker,
            ConfigurableApplicationContext application,
            DemoFhirKey fhirKey,
            DemoSshKey sshKey,
            DemoMail mail) {
        this.sshKey = sshKey;
        this.mail = mail;
        this.faxService = new DemoFaxService(secrets);
        this.data = data;
        this.port = port;
        this.secrets = secrets;
        this.certificates = certificates;
        this.database = database;
        this.broker = broker;
        this.application = application;
        this.fhirKey = fhirKey;
        this.directory = new DemoDirectory(DemoSetup.standard(), secrets, fhirKey);
    }

    /**
     * @param port the base: pages and APIs there, MLLP at +1, the database at +2, the broker at +3, MLLP with TLS at +4, SFTP at +7, SMTPS at +8, IMAPS at +9
     */
    static DemoHub start(Path folder, int port) throws Exception {
        // whole paths, because whoever reads endpoints.json may stand elsewhere
        Path data = folder.toAbsolutePath().normalize();
        Secrets secrets = Secrets.open(data.resolve("secrets").resolve("demo.properties"));
        Certificates certificates = Certificates.open(data.resolve("certificates"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, port + 2, secrets, certificates);
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), port + 3, secrets, certificates);
        DemoMail mail = DemoMail.start(port, secrets, certificates);
        Map<String, Object> properties = new LinkedHashMap<>(database.properties());
        properties.putAll(mail.properties());
        properties.putAll(EmbeddedBroker.properties(secrets));
        properties.putAll(fhir(port));
        properties.putAll(Map.of(
                "caseward.sftp.port",
                port + SFTP,
                "caseward.sftp.root",
                data.resolve("sftp").toString(),
                "caseward.sftp.keys",
                data.resolve("secrets/sftp").toString()));
        properties.putAll(Map.of(
                "server.port",
                port,
                "caseward.mllp.host",
                HOST,
                "caseward.mllp.port",
                port + 1,
                "caseward.fax.spool",
                data.resolve("fax").toString(),
                "caseward.keys",
                data.resolve("secrets/keys.properties").toString(),
                "caseward.secrets",
                data.resolve("secrets").toString(),
                "caseward.documents",
                data.resolve("documents").toString()));
        properties.putAll(mllps(certificates, port + 4));
        ConfigurableApplicationContext application = new SpringApplicationBuilder(HubApplication.class)
                .properties(properties)
                .registerShutdownHook(false)
                .run();
        DemoFhirKey fhirKey = DemoFhirKey.open(data.resolve("secrets").resolve("fhir-client.pem"));
        DemoHub hub = new DemoHub(
                data,
                port,
                secrets,
                certificates,
                database,
                broker,
                application,
                fhirKey,
                DemoSshKey.open(data.resolve("secrets/sftp")),
                mail);
        hub.directory.fill(application);
        hub.directory.sshKey(application, hub.sshKey.publicKey());
        mail.fill(application);
        hub.faxService.fill(application);
        application.getBean(Connections.class).refresh();
        return hub;
    }

    private static Map<String, Object> mllps(Certificates certificates, int port) {
        String bundle = "spring.ssl.bundle.pem.mllps.";
        return Map.of(
                "caseward.mllps.enabled",
                true,
                "caseward.mllps.port",
                port,
                bundle + "reload-on-update",
                true,
                bundle + "keystore.certificate",
                certificates.server().certificate().toString(),
                bundle + "keystore.private-key",
                certificates.server().key().toString(),
                bundle + "truststore.certificate",
                certificates.authority().toString());
    }

    /** The demo's API client may send over FHIR without scopes, and its validator is warm when the samples have been sent. */
    private static Map<String, Object> fhir(int port) {
        return Map.of(
                "caseward.fhir.base",
                "http://" + HOST + ":" + port + "/fhir",
                "caseward.fhir.accept-unscoped",
                true,
                "caseward.fhir.validator-warm-after",
                "PT45S");
    }

    String welcome() {
        StringBuilder text = new StringBuilder(
                "Pages: http://" + HOST + ":" + port + "/   MLLP: " + HOST + ":" + (port + 1) + "   FHIR: http://"
                        + HOST + ":" + port + "/fhir\nSign in as (demo accounts, this machine only):\n");
        directory
                .users()
                .forEach(user -> text.append(String.format(
                        "  %-8s %-26s %s%n", user.name(), user.password(), user.role() + " " + user.programs())));
        return text.append(String.format(
                        "Portal for providers: http://%s:%d/portal  %s  %s%n",
                        HOST, port, DemoSetup.PORTAL_ACCOUNT, directory.portalPassword()))
                .toString();
    }

    /** Writes the addresses whole: aside, then renamed. */
    void writeEndpoints(Path file) throws IOException {
        String base = "http://" + HOST + ":" + port;
        String ca = certificates.authority().toAbsolutePath().toString();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("pid", ProcessHandle.current().pid());
        all.put("ui", base + "/");
        all.put("api", base + "/api");
        all.put("fhir", base + "/fhir");
        all.put("token", base + "/oauth2/token");
        all.put("apiClient", directory.apiClient());
        all.put("fhirClient", fhirKey.client());
        all.put("mllp", Map.of("host", HOST, "port", port + 1));
        Certificates.Identity hospital = certificates.client("city-hospital", DemoSetup.MLLPS_NAME);
        all.put(
                "mllps",
                Map.of(
                        "host",
                        HOST,
                        "port",
                        port + 4,
                        "caFile",
                        ca,
                        "certFile",
                        hospital.certificate().toString(),
                        "keyFile",
                        hospital.key().toString()));
        all.put("sftp", sftp());
        all.put(
                "portal",
                Map.of(
                        "url",
                        base + "/portal",
                        "account",
                        DemoSetup.PORTAL_ACCOUNT,
                        "password",
                        directory.portalPassword()));
        all.put("smtp", mail.smtp());
        all.put("imap", mail.imap());
        all.put("faxWebhook", faxService.endpoint(base));
        all.put("faxSpool", Map.of("dir", data.resolve("fax").toAbsolutePath().toString()));
        all.put(
                "broker",
                Map.of(
                        "url",
                        "tcp://" + HOST + ":" + (port + 3) + "?sslEnabled=true&trustStoreType=PEM&trustStorePath=" + ca,
                        "user",
                        "hub",
                        "password",
                        secrets.get("broker.hub"),
                        "caFile",
                        ca));
        all.put("hub", jdbc("hub", "hub_reader", ca));
        all.put("caseStore", jdbc("casestore", "casestore_reader", ca));
        all.put("users", directory.users());
        Path aside = file.resolveSibling("endpoints.json.part");
        Files.writeString(
                aside,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        // it holds the demo's passwords
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, Object> sftp() {
        return Map.of(
                "host",
                HOST,
                "port",
                port + SFTP,
                "user",
                DemoSetup.SFTP_USER,
                "keyFile",
                sshKey.privateKey().toString(),
                "hostKeyFile",
                data.resolve("secrets/sftp/known_hosts").toAbsolutePath().toString());
    }

    private Map<String, Object> jdbc(String name, String role, String ca) {
        return Map.of("jdbcUrl", database.url(name), "user", role, "password", secrets.get("db." + role), "caFile", ca);
    }

    @Override
    public void close() throws Exception {
        application.close();
        mail.close();
        broker.close();
        database.close();
    }
}
