package org.caseward.setup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of our own on loopback, for the demo, the tests and small installations: fsync on, TLS on, SCRAM passwords, data kept between starts.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final List<String> ROLES = List.of(
            "hub_owner",
            "hub_intake",
            "hub_pipeline",
            "hub_staff",
            "hub_provider",
            "hub_reader",
            "casestore_owner",
            "casestore_writer",
            "casestore_reader");

    private final EmbeddedPostgres postgres;
    private final Secrets secrets;
    private final Certificates certificates;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Secrets secrets, Certificates certificates) {
        this.postgres = postgres;
        this.secrets = secrets;
        this.certificates = certificates;
    }

    /** @param dir keeps {@code postgres/} (data) between starts; secrets and certificates are its own too */
    public static EmbeddedDatabase start(Path dir, int port, Secrets secrets, Certificates certificates)
            throws IOException, SQLException {
        Path data = dir.resolve("postgres").toAbsolutePath();
        boolean fresh = !Files.exists(data.resolve("postgresql.prepared"));
        LeftoverServer.stop(data);
        EmbeddedPostgres postgres = launch(dir, data, port, fresh, secrets, certificates);
        EmbeddedDatabase database = new EmbeddedDatabase(postgres, secrets, certificates);
        if (fresh) {
            database.prepare(data);
            Files.createFile(data.resolve("postgresql.prepared"));
            // the first start was without passwords and TLS: start again with them
            postgres.close();
            return new EmbeddedDatabase(launch(dir, data, port, false, secrets, certificates), secrets, certificates);
        }
        database.addMissingRoles();
        return database;
    }

    private static EmbeddedPostgres launch(
            Path dir, Path data, int port, boolean fresh, Secrets secrets, Certificates certificates)
            throws IOException {
        Files.createDirectories(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setOverrideWorkingDirectory(dir.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("password_encryption", "scram-sha-256")
                // an error's details and statement may carry what a report says
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // a hub takes up to 40; several share one where they are tested side by side
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "256MB");
        if (!fresh) {
            builder.setConnectConfig("password", secrets.get("db.postgres"))
                    .setServerConfig("ssl", "on")
                    .setServerConfig(
                            "ssl_cert_file", certificates.server().certificate().toString())
                    .setServerConfig("ssl_key_file", certificates.server().key().toString());
        }
        return builder.start();
    }

    /** A role that came with a newer version than the one that prepared the data. */
    private void addMissingRoles() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?sslmode=verify-full&sslrootcert="
                + certificates.authority().toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, "postgres", secrets.get("db.postgres"));
                Statement sql = connection.createStatement()) {
            for (String role : ROLES) {
                try (ResultSet known = sql.executeQuery("select from pg_roles where rolname = '" + role + "'")) {
                    if (!known.next()) {
                        sql.execute("create role " + role + " login password '" + secrets.get("db." + role) + "'");
                    }
                }
            }
        }
    }

    private void prepare(Path data) throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String role : ROLES) {
                sql.execute("create role " + role + " login password '" + secrets.get("db." + role) + "'");
            }
            sql.execute("create database hub owner hub_owner");
            sql.execute("create database casestore owner casestore_owner");
            sql.execute("alter role postgres password '" + secrets.get("db.postgres") + "'");
        }
        Files.writeString(data.resolve("pg_hba.conf"), """
                # written by Caseward: passwords for everybody, TLS for every role of ours
                hostssl all  all       127.0.0.1/32  scram-sha-256
                host    all  postgres  127.0.0.1/32  scram-sha-256
                """);
    }

    public int port() {
        return postgres.getPort();
    }

    /** The JDBC address of one of our databases, verified against our own certificate authority. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?sslmode=verify-full&sslrootcert="
                + certificates.authority().toAbsolutePath() + "&ApplicationName=caseward";
    }

    /** The hub's settings for this database, as Spring properties. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("caseward.database.hub-url", url("hub"));
        properties.put("caseward.database.case-store-url", url("casestore"));
        login(properties, "owner", "hub_owner");
        login(properties, "intake", "hub_intake");
        login(properties, "pipeline", "hub_pipeline");
        login(properties, "staff", "hub_staff");
        login(properties, "provider", "hub_provider");
        login(properties, "case-store-owner", "casestore_owner");
        login(properties, "case-store-writer", "casestore_writer");
        return properties;
    }

    private void login(Map<String, Object> properties, String name, String role) {
        properties.put("caseward.database." + name + ".user", role);
        properties.put("caseward.database." + name + ".password", secrets.get("db." + role));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
