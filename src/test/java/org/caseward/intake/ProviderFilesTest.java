package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.apache.camel.xml.in.ModelParser;
import org.caseward.demo.senders.PortalClient;
import org.caseward.intake.mail.MailServer;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.testing.MllpPeer;
import org.caseward.testing.SftpPeer;
import org.caseward.testing.SmartPeer;
import org.caseward.testing.TestHub;
import org.caseward.testing.TlsPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every provider's own listener takes its sample, and each example clinic can send once its folder is entered into a running hub. */
class ProviderFilesTest extends ReceivingHub {
    private static final Path CLINICS = Path.of("docs/clinics");
    private static final String PASSWORD = "a sentence for the front desk";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    @Autowired
    CamelContext camel;

    @Autowired
    ProviderAccounts accounts;

    @Value("${caseward.sftp.port}")
    int sftpPort;

    @Value("${caseward.sftp.keys}")
    Path sftpKeys;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void anEngineer() {
        people.putClient("directory-client", SECRET, Map.of("pd-medical", Set.of(Role.INTEGRATION_ENGINEER)));
        token = new Browser(httpPort).token("directory-client", SECRET);
    }

    @TestFactory
    List<DynamicTest> everyListenerOfAProviderTakesItsSample() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> clinics = Files.list(CLINICS)) {
            for (Path root : Stream.concat(Stream.of(Path.of("")), clinics).toList()) {
                for (Path file : listeners(root.resolve("routes/providers"))) {
                    tests.add(DynamicTest.dynamicTest(file.toString(), () -> takes(root, file)));
                }
            }
        }
        assertThat(tests).as("listeners of providers").isNotEmpty();
        return tests;
    }

    private static List<Path> listeners(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private void takes(Path root, Path file) throws Exception {
        Path sample = root.resolve("samples/providers")
                .resolve(file.getFileName().toString().replaceFirst("\\.xml$", ".hl7"));
        assertThat(sample)
                .as("%s has no sample. Add %s, a message as this provider sends it (invented names only)", file, sample)
                .exists();
        String text = Files.readString(file).replaceAll(" xmlns=\"[^\"]*\"", "");
        List<TemplatedRouteDefinition> routes = new ModelParser(
                        new ByteArrayInputStream(
                                text.replaceAll("name=\"host\" value=\"[^\"]*\"", "name=\"host\" value=\"127.0.0.1\"")
                                        .getBytes(StandardCharsets.UTF_8)),
                        null)
                .parseTemplatedRoutesDefinition()
                .orElseThrow(
                        () -> new AssertionError(
                                file
                                        + " holds something else than templatedRoutes. Wire nothing anew for one provider: use a template of routes/intake/mllp-listeners.xml"))
                .getTemplatedRoutes();
        for (TemplatedRouteDefinition route : routes) {
            pushed(route, Files.readString(sample).replace("\n", "\r"));
        }
    }

    /** By a client that the directory knows under the sender that the sample names. */
    private void pushed(TemplatedRouteDefinition route, String message) throws Exception {
        int free = TestHub.freePort();
        String name = route.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("name"))
                .findFirst()
                .orElseThrow()
                .getValue();
        route.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("port"))
                .forEach(parameter -> parameter.setValue(Integer.toString(free)));
        String[] header = message.split("\\|", 11);
        String connection = "mllps-" + name;
        fixture.connection(connection, "mllp", name, "pd-medical");
        fixture.sender(connection, header[2] + "|" + header[3]);
        boolean secure = route.getRouteTemplateRef().startsWith("mllps");
        if (secure) {
            new Credentials(connection).certificate(SecureLab.NAME);
        }
        connections.refresh();
        assertThat(sent(route, free, secure ? SecureLab.NAME : null, message)).contains("MSA|AA|" + header[9]);
    }

    private final class Credentials {
        private final String connection;

        Credentials(String connection) {
            this.connection = connection;
        }

        void certificate(String name) {
            jdbc.sql("""
                            insert into credential (connection, provider, kind, value, added_by)
                            select connection, provider, 'x509-san', ?, 'test' from sender where connection = ? limit 1
                            on conflict do nothing""").params(name, connection).update();
        }
    }

    private String sent(
            TemplatedRouteDefinition route,
            int at,
            @org.jspecify.annotations.Nullable String certificate,
            String message)
            throws Exception {
        ((ModelCamelContext) camel).addRouteFromTemplatedRoutes(List.of(route));
        try (MllpPeer peer = certificate == null
                ? new MllpPeer(at)
                : new MllpPeer(TlsPeer.connect(at, TestHub.certificates().client("clinic", certificate)))) {
            return peer.send(message);
        } finally {
            camel.getRouteController().stopRoute(route.getRouteId());
            camel.removeRoute(route.getRouteId());
        }
    }

    @Test
    void everyKindOfClinicHasAnExampleThatIsTriedHere() throws IOException {
        try (Stream<Path> folders = Files.list(CLINICS)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrder("mllps", "fhir", "email", "sftp", "fax", "portal");
        }
    }

    @Test
    void aClinicByMllpsIsKnownByItsCertificate() throws Exception {
        enter("mllps", Map.of("CERTIFICATE_NAME", "hl7.river.example"));
        String xml = Files.readString(CLINICS.resolve("mllps/routes/providers/river.xml"))
                .replaceAll(" xmlns=\"[^\"]*\"", "")
                .replace("0.0.0.0", "127.0.0.1");
        TemplatedRouteDefinition route = new ModelParser(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), null)
                .parseTemplatedRoutesDefinition()
                .orElseThrow()
                .getTemplatedRoutes()
                .getFirst();
        int free = TestHub.freePort();
        route.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("port"))
                .forEach(parameter -> parameter.setValue(Integer.toString(free)));
        String answer = sent(
                route, free, "hl7.river.example", sample("mllps", "river.hl7").replace("\n", "\r"));
        assertThat(answer).contains("MSA|AA|RV-20261117-0042");
        arrived("RV-20261117-0042", "mllps-river", "river-clinic");
    }

    @Test
    void aClinicByFhirIsKnownByItsKey() throws Exception {
        SmartPeer ehr = SmartPeer.rsa("summit-ehr");
        enter("fhir", Map.of("KEY_SET", ehr.keySet()));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/fhir/DocumentReference"))
                        .header("Authorization", "Bearer " + ehr.token(httpPort, "system/DocumentReference.c"))
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(sample("fhir", "summit.json")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        arrived("summit-2026-11-17-9", "fhir-summit", "summit-clinic");
    }

    @Test
    void aClinicByEmailIsKnownByItsAddress() throws Exception {
        MailServer server = MailServer.one();
        enter(
                "email",
                Map.of(
                        "MAILBOX",
                        MailServer.MAILBOX,
                        "MAIL_SERVER",
                        "127.0.0.1",
                        "MAIL_PORT",
                        Integer.toString(server.ports().imaps()),
                        "MAIL_PASSWORD",
                        MailServer.PASSWORD));
        server.put(sample("email", "harbor.eml").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), 0);
        arrived("<20261117.42@harbor-clinic.example>", "mail-police", "harbor-clinic");
        fixture.closeMailbox(connections);
    }

    @Test
    void aClinicBySftpIsKnownByItsKey() throws Exception {
        assumeTrue(SftpPeer.installed(), "OpenSSH's sftp is not installed: the example by SFTP is NOT tested");
        SftpPeer peer = new SftpPeer(home.resolve("ssh"), "lakeside", sftpPort, sftpKeys.resolve("known_hosts"));
        enter("sftp", Map.of("SSH_KEY", peer.publicKey()));
        Path file = Files.writeString(home.resolve("lakeside.hl7"), sample("sftp", "lakeside.hl7"));
        assertThat(peer.batch("put -p " + file + " lakeside.hl7").code()).isZero();
        arrived("lakeside.hl7", "sftp-drop", "lakeside-clinic");
    }

    @Test
    void aClinicsFaxesAreKnownByTheNumberCalled() throws Exception {
        enter("fax", Map.of());
        Files.createDirectories(spool);
        String fax = JsonMapper.shared()
                .readTree(sample("fax", "elm.json"))
                .path("id")
                .asString("");
        Files.writeString(spool.resolve(fax + ".pdf"), "%PDF-1.7");
        Path aside = Files.writeString(spool.resolve(fax + ".part"), sample("fax", "elm.json"));
        Files.move(aside, spool.resolve(fax + ".json"), StandardCopyOption.ATOMIC_MOVE);
        arrived(fax, "fax-elm", "elm-clinic");
    }

    @Test
    void aClinicAtThePortalIsKnownByItsAccount() throws Exception {
        enter("portal", Map.of());
        accounts.open("maple-desk", "maple-clinic", "portal-maple");
        accounts.choosePassword("maple-desk", PASSWORD);
        PortalClient desk =
                new PortalClient(URI.create("http://127.0.0.1:" + httpPort + "/portal"), "maple-desk", PASSWORD);
        assertThat(desk.upload(
                                "maple-20261117-1",
                                "maple.txt",
                                "text/plain",
                                sample("portal", "maple.txt").getBytes(StandardCharsets.UTF_8))
                        .code())
                .isIn("200", "201");
        arrived("maple-20261117-1", "portal-maple", "maple-clinic");
    }

    private static String sample(String kind, String name) throws IOException {
        return Files.readString(
                CLINICS.resolve(kind).resolve("samples/providers").resolve(name));
    }

    /** What its {@code directory.json} says, through the directory's API, while the hub runs. */
    private void enter(String kind, Map<String, String> known) throws Exception {
        for (JsonNode call : JsonMapper.shared()
                .readTree(Files.readString(CLINICS.resolve(kind).resolve("directory.json")))) {
            String body = filled(call.path("body"), known).toString();
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/api/directory"
                                    + call.path("path").asString("")))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(call.path("method").asString(""), HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static JsonNode filled(JsonNode body, Map<String, String> known) {
        String text = body.toString();
        for (Map.Entry<String, String> entry : known.entrySet()) {
            String quoted = JsonMapper.shared().writeValueAsString(entry.getValue());
            text = text.replace("${" + entry.getKey() + "}", quoted.substring(1, quoted.length() - 1));
        }
        assertThat(text).doesNotContain("${");
        return JsonMapper.shared().readTree(text);
    }

    private void arrived(String controlId, String connection, String provider) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (fixture.reports(controlId).isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        assertThat(fixture.reports(controlId))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("connection", connection)
                        .containsEntry("provider", provider)
                        .containsEntry("state", "received"));
    }
}
