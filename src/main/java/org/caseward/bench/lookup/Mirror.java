package org.caseward.bench.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedDatabase;
import org.caseward.setup.Secrets;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** The hub's mirror of people and cases, with what reads and writes it, on a new PostgreSQL; closing it removes all of it. */
final class Mirror implements AutoCloseable {
    /** Made when asked for: what a feed and a search need, whatever that is, and nothing that listens to them. */
    private static final Pattern PARTS =
            Pattern.compile("org\\.caseward\\.(security\\.HubDatabases|casefile\\.\\w+|matching\\.CandidateSearch)");

    private final EmbeddedDatabase database;
    private final Optional<Path> folder;
    private final AnnotationConfigApplicationContext context;

    private Mirror(EmbeddedDatabase database, Optional<Path> folder) {
        this.database = database;
        this.folder = folder;
        this.context = context(database);
    }

    /** On a database that is there already, and stays. */
    static Mirror on(EmbeddedDatabase database) {
        return new Mirror(database, Optional.empty());
    }

    static Mirror start() throws IOException, SQLException {
        Path folder =
                Path.of("target", "bench-database-" + ProcessHandle.current().pid());
        Files.createDirectories(folder);
        EmbeddedDatabase database = EmbeddedDatabase.start(
                folder,
                0,
                Secrets.open(folder.resolve("secrets.properties")),
                Certificates.open(folder.resolve("certificates")));
        return new Mirror(database, Optional.of(folder));
    }

    private static AnnotationConfigApplicationContext context(EmbeddedDatabase database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", database.properties()));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(PARTS));
        scanner.scan("org.caseward");
        context.refresh();
        return context;
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** As autovacuum does it a minute after such a feed. */
    void analyze() throws SQLException {
        Map<String, Object> settings = database.properties();
        try (Connection connection = DriverManager.getConnection(
                        database.url("hub"),
                        String.valueOf(settings.get("caseward.database.owner.user")),
                        String.valueOf(settings.get("caseward.database.owner.password")));
                Statement sql = connection.createStatement()) {
            sql.execute("analyze hub.person, hub.case_file, hub.match_key");
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        if (folder.isPresent()) {
            database.close();
            deleteAll(folder.get());
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Mirror::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
