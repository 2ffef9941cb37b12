package org.caseward.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedBroker;
import org.caseward.setup.Secrets;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What a whole hub needs in a test: the test database, one real Artemis for the run, and folders and ports of its own. */
public final class TestHub {
    private static final Path DIR =
            Path.of("target", "test-hub-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final Secrets SECRETS = secrets();

    private TestHub() {}

    private static Secrets secrets() {
        try {
            Files.createDirectories(DIR);
            Secrets secrets = Secrets.open(DIR.resolve("secrets.properties"));
            // it ends with the run: stopped by a hook, it would race with contexts that still use it
            EmbeddedBroker.start(
                    DIR.resolve("broker"), freePort(), secrets, Certificates.open(DIR.resolve("certificates")));
            return secrets;
        } catch (Exception e) {
            throw new IllegalStateException("The test broker did not start", e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For {@code @DynamicPropertySource}; {@code name} keeps this context's folders apart from others'. */
    public static Map<String, Object> register(DynamicPropertyRegistry registry, String name) {
        TestDatabase.register(registry);
        Map<String, Object> own = Map.of(
                "server.port", 0,
                "caseward.mllp.host", "127.0.0.1",
                "caseward.mllp.port", freePort(),
                "caseward.fax.spool", DIR.resolve(name).resolve("fax").toString(),
                "caseward.keys", DIR.resolve("keys.properties").toString(),
                "caseward.secrets", DIR.resolve(name).resolve("secrets").toString(),
                "caseward.documents", DIR.resolve("documents").toString());
        own.forEach((key, value) -> registry.add(key, () -> value));
        mllps(DIR.resolve(name).resolve("tls")).forEach((key, value) -> registry.add(key, () -> value));
        sftp(name).forEach((key, value) -> registry.add(key, () -> value));
        registry.add("caseward.fhir.packages", () -> FhirPackages.folder().toString());
        EmbeddedBroker.properties(SECRETS).forEach((key, value) -> registry.add(key, () -> value));
        return own;
    }

    /** The authority that the hub trusts, and what it signs. */
    public static Certificates certificates() {
        try {
            return Certificates.open(DIR.resolve("certificates"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the certificates for each hub, so that a test may change them. */
    private static Map<String, Object> mllps(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path file : List.of(
                    certificates().authority(),
                    certificates().server().certificate(),
                    certificates().server().key())) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String bundle = "spring.ssl.bundle.pem.mllps.";
        return Map.of(
                "caseward.mllps.enabled",
                true,
                "caseward.mllps.port",
                freePort(),
                bundle + "reload-on-update",
                true,
                "spring.ssl.bundle.watch.file.quiet-period",
                "500ms",
                bundle + "keystore.certificate",
                folder.resolve("server.pem").toString(),
                bundle + "keystore.private-key",
                folder.resolve("server.key").toString(),
                bundle + "truststore.certificate",
                folder.resolve("ca.pem").toString());
    }

    private static Map<String, Object> sftp(String name) {
        return Map.of(
                "caseward.sftp.port",
                freePort(),
                "caseward.sftp.root",
                DIR.resolve(name).resolve("sftp").toString(),
                // one pair for the run: an RSA key takes a while to make
                "caseward.sftp.keys",
                DIR.resolve("sftp-keys").toString(),
                "caseward.sftp.sweep",
                "1s",
                "caseward.sftp.quota-bytes",
                4 * 1024 * 1024,
                "caseward.sftp.quota-files",
                50,
                "caseward.sftp.largest-file",
                2 * 1024 * 1024);
    }

    /** A copy of some of the project's route files, for a hub that runs only these. */
    public static Path routes(String name, String... files) {
        try {
            Path folder = DIR.resolve(name).resolve("routes");
            for (String file : files) {
                Path copy = folder.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.deleteIfExists(copy);
                Files.copy(Path.of("routes").resolve(file), copy);
            }
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
