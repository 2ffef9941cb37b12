package org.caseward.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.caseward.demo.senders.HubClient;
import org.caseward.demo.senders.MllpClient;
import org.caseward.demo.senders.PortalClient;
import org.caseward.demo.senders.Postbox;
import org.caseward.demo.senders.SftpDropBox;
import org.caseward.demo.senders.SignedProof;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code DIR/endpoints.json} says of a running hub, as far as a provider of the channels built so far needs it.
 *
 * @param api the base of the JSON API, ends with {@code /api}
 * @param fhir the FHIR base
 */
public record EndpointsView(
        long pid,
        URI ui,
        URI api,
        URI fhir,
        URI token,
        Client apiClient,
        Optional<KeyClient> fhirClient,
        Optional<Mllp> mllp,
        Optional<Mllps> mllps,
        Optional<Path> faxSpool,
        Optional<Sftp> sftp,
        Optional<Portal> portal,
        Optional<Postbox.Server> smtp) {

    private static final int ANSWER_MILLIS = 30_000;

    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    public record Mllp(String host, int port) {
        public MllpClient client() {
            return new MllpClient(host, port, ANSWER_MILLIS);
        }
    }

    /** @param certFile and {@code keyFile}: the client certificate that names the sender */
    public record Mllps(String host, int port, Path caFile, Path certFile, Path keyFile) {
        public MllpClient client() {
            PemSslStoreDetails own =
                    PemSslStoreDetails.forCertificate(certFile.toString()).withPrivateKey(keyFile.toString());
            PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(caFile.toString());
            return new MllpClient(
                    host,
                    port,
                    ANSWER_MILLIS,
                    SslBundle.of(new PemSslStoreBundle(own, trust))
                            .createSslContext()
                            .getSocketFactory());
        }
    }

    /**
     * @param keyFile the provider's private key
     * @param hostKeyFile as OpenSSH's {@code known_hosts}
     */
    public record Sftp(String host, int port, String user, Path keyFile, Path hostKeyFile) {
        SftpDropBox dropBox() {
            return new SftpDropBox(host, port, user, keyFile, hostKeyFile);
        }
    }

    /** @param privateKey a PEM file (PKCS #8) */
    public record KeyClient(String id, Path privateKey, String keyId, String algorithm) {}

    /** @param url ends with {@code /portal} */
    public record Portal(URI url, String account, String password) {
        PortalClient client() {
            return new PortalClient(url, account, password);
        }

        @Override
        public String toString() {
            return "Portal[" + account + "]";
        }
    }

    /** @throws IOException where no hub runs with that data, or the file is not one of ours */
    public static EndpointsView of(Path data) throws IOException {
        Path file = data.resolve("endpoints.json");
        if (!Files.exists(file)) {
            throw new IOException("No hub is running with the data in " + data
                    + " (there is no endpoints.json). Start one with ./caseward demo --data " + data);
        }
        return parse(Files.readString(file));
    }

    static EndpointsView parse(String json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        JsonNode client = root.path("apiClient");
        return new EndpointsView(
                root.path("pid").asLong(0),
                uri(root, "ui"),
                underApi(uri(root, "api")),
                uri(root, "fhir"),
                uri(root, "token"),
                new Client(
                        client.path("clientId").asString(""),
                        client.path("clientSecret").asString("")),
                part(root, "fhirClient")
                        .map(f -> new KeyClient(
                                f.path("clientId").asString(""),
                                Path.of(f.path("privateKeyFile").asString("")),
                                f.path("keyId").asString(""),
                                f.path("algorithm").asString(""))),
                part(root, "mllp")
                        .map(m -> new Mllp(
                                m.path("host").asString(""), m.path("port").asInt(0))),
                part(root, "mllps").map(EndpointsView::secure),
                part(root, "faxSpool").map(f -> Path.of(f.path("dir").asString(""))),
                part(root, "sftp")
                        .map(s -> new Sftp(
                                s.path("host").asString(""),
                                s.path("port").asInt(0),
                                s.path("user").asString(""),
                                Path.of(s.path("keyFile").asString("")),
                                Path.of(s.path("hostKeyFile").asString("")))),
                part(root, "portal")
                        .map(f -> new Portal(
                                uri(f, "url"),
                                f.path("account").asString(""),
                                f.path("password").asString(""))),
                part(root, "smtp").map(EndpointsView::smtp));
    }

    private static Mllps secure(JsonNode m) {
        return new Mllps(
                m.path("host").asString(""),
                m.path("port").asInt(0),
                Path.of(m.path("caFile").asString("")),
                Path.of(m.path("certFile").asString("")),
                Path.of(m.path("keyFile").asString("")));
    }

    private static Postbox.Server smtp(JsonNode smtp) {
        return new Postbox.Server(
                smtp.path("host").asString(""),
                smtp.path("port").asInt(0),
                smtp.path("user").asString(""),
                smtp.path("password").asString(""),
                smtp.path("address").asString(""),
                Path.of(smtp.path("caFile").asString("")));
    }

    private static Optional<JsonNode> part(JsonNode root, String name) {
        return Optional.of(root.path(name)).filter(JsonNode::isObject);
    }

    private static URI uri(JsonNode root, String name) {
        return URI.create(root.path(name).asString("").replaceAll("/+$", ""));
    }

    private static URI underApi(URI api) {
        return api.getPath().endsWith("/api") ? api : URI.create(api + "/api");
    }

    /** Who speaks FHIR: the client with the key, or where a hub has none, the API client. */
    HubClient fhirSender() {
        return fhirClient
                .map(f -> new HubClient(token, new SignedProof(f.id(), f.privateKey(), f.keyId())))
                .orElseGet(() -> new HubClient(token, apiClient.id(), apiClient.secret()));
    }
}
