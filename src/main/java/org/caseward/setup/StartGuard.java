package org.caseward.setup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/** Looks over the settings before anything starts: every port beyond loopback needs TLS, every password must be a real one. */
public final class StartGuard {
    private static final List<String> LOGINS = List.of(
            "caseward.database.owner",
            "caseward.database.intake",
            "caseward.database.pipeline",
            "caseward.database.staff",
            "caseward.database.provider",
            "caseward.database.case-store-owner",
            "caseward.database.case-store-writer");
    private static final Set<String> WELL_KNOWN =
            Set.of("password", "changeme", "change-me", "secret", "admin", "caseward", "postgres", "hub", "guest");
    private static final int SHORTEST_PASSWORD = 12;

    private StartGuard() {}

    /** What keeps the hub from starting, all of it. */
    public static final class Unsafe extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> missing;

        Unsafe(List<String> missing) {
            super(String.join("; ", missing));
            this.missing = List.copyOf(missing);
        }

        public List<String> missing() {
            return missing;
        }
    }

    /** @throws Unsafe naming everything that is missing */
    public static void check(Environment settings) {
        List<String> missing = new ArrayList<>();
        databases(settings, missing);
        broker(settings, missing);
        ports(settings, missing);
        keys(settings, missing);
        if (!missing.isEmpty()) {
            throw new Unsafe(missing);
        }
    }

    private static void databases(Environment settings, List<String> missing) {
        for (String name : List.of("caseward.database.hub-url", "caseward.database.case-store-url")) {
            String url = settings.getProperty(name, "");
            if (url.isBlank()) {
                missing.add(name
                        + " is not set (jdbc:postgresql://HOST:PORT/DATABASE?sslmode=verify-full&sslrootcert=FILE)");
            } else if (!url.contains("sslmode=verify-full")) {
                missing.add(name + " must say sslmode=verify-full and name the authority in sslrootcert");
            }
        }
        for (String login : LOGINS) {
            set(settings, login + ".user", missing);
            password(settings, login + ".password", missing);
        }
    }

    private static void broker(Environment settings, List<String> missing) {
        String url = settings.getProperty("caseward.broker.url", "");
        if (url.isBlank()) {
            missing.add(
                    "caseward.broker.url is not set (tcp://HOST:61617?sslEnabled=true&trustStorePath=FILE&trustStoreType=PEM)");
        } else if (!url.startsWith("vm:") && !url.contains("sslEnabled=true")) {
            missing.add("caseward.broker.url must say sslEnabled=true");
        } else if (url.contains("trustAll=true") || url.contains("verifyHost=false")) {
            missing.add(
                    "caseward.broker.url must not say trustAll=true or verifyHost=false: whoever answers there would be believed");
        }
        set(settings, "caseward.broker.user", missing);
        password(settings, "caseward.broker.password", missing);
    }

    private static void set(Environment settings, String name, List<String> missing) {
        if (settings.getProperty(name, "").isBlank()) {
            missing.add(name + " is not set");
        }
    }

    private static void password(Environment settings, String name, List<String> missing) {
        String password = settings.getProperty(name, "");
        if (password.isBlank()) {
            missing.add(name + " is not set");
        } else if (password.length() < SHORTEST_PASSWORD
                || WELL_KNOWN.contains(password.toLowerCase(java.util.Locale.ROOT))) {
            missing.add(name + " must be a password of its own with at least " + SHORTEST_PASSWORD + " characters");
        }
    }

    private static void ports(Environment settings, List<String> missing) {
        List.of("caseward.mllp.host", "caseward.mllp.port", "caseward.fax.spool")
                .forEach(name -> set(settings, name, missing));
        boolean off = settings.getProperty("server.ssl.enabled", "true").equals("false");
        if (!loopback(settings.getProperty("server.address", "127.0.0.1"))
                && (off
                        || settings.getProperty("server.ssl.certificate", "").isBlank()
                                && settings.getProperty("server.ssl.bundle", "").isBlank()
                                && settings.getProperty("server.ssl.key-store", "")
                                        .isBlank())) {
            missing.add(
                    "server.address is not loopback, so pages and APIs need TLS: set server.ssl.certificate and server.ssl.certificate-private-key");
        }
        if (!loopback(settings.getProperty("caseward.mllp.host", "127.0.0.1"))) {
            missing.add(
                    "caseward.mllp.host is not loopback, and this listener speaks plain MLLP: keep it on 127.0.0.1 behind a TLS tunnel");
        }
    }

    private static void keys(Environment settings, List<String> missing) {
        Path keys = Path.of(settings.getProperty("caseward.keys", "data/secrets/keys.properties"));
        if (!Files.exists(keys)) {
            missing.add(
                    "caseward.keys: there is no key ring at " + keys.toAbsolutePath()
                            + ". Put the one there that sealed what is kept; for a first start make one: a line 1= and 32 random bytes in base64");
        } else if (!Files.isReadable(keys)) {
            missing.add("caseward.keys: " + keys + " can't be read by this user");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
