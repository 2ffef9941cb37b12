package org.caseward.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedDatabase;
import org.caseward.setup.Secrets;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL for the whole test run, as the demo starts it. */
public final class TestDatabase {
    private static final Path DIR =
            Path.of("target", "test-database-" + ProcessHandle.current().pid());
    private static final EmbeddedDatabase DATABASE = start();

    private TestDatabase() {}

    private static EmbeddedDatabase start() {
        try {
            Files.createDirectories(DIR);
            EmbeddedDatabase database = EmbeddedDatabase.start(
                    DIR,
                    0,
                    Secrets.open(DIR.resolve("secrets.properties")),
                    Certificates.open(DIR.resolve("certificates")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The test database did not start", e);
        }
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static EmbeddedDatabase get() {
        return DATABASE;
    }

    /** For {@code @DynamicPropertySource}. */
    public static void register(DynamicPropertyRegistry registry) {
        DATABASE.properties().forEach((name, value) -> registry.add(name, () -> value));
    }
}
