package org.caseward.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(MappingWatchTest.App.class)
class MappingWatchTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Configuration
    @ComponentScan(
            basePackages = "org.caseward.security",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org.caseward.security.web\\..*"))
    @Import(Alerts.class)
    static class App {}

    @Autowired
    Alerts alerts;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final String file = "watched-" + UUID.randomUUID() + ".yaml";

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private List<String> told() {
        return alerts.open(new Staff("eve", Map.of("pd-medical", Set.of(Role.INTEGRATION_ENGINEER)))).stream()
                .filter(alert -> alert.subject().equals(file))
                .map(Alerts.Alert::text)
                .toList();
    }

    @Test
    void itHearsOfAWrongMappingUntilItIsMended() throws IOException {
        Files.copy(Path.of("mappings/mapping.schema.json"), folder.resolve("mapping.schema.json"));
        write("id: " + file.replace(".yaml", "") + "\nversion: \"1\"\nformat: labels\n");
        MappingLibrary library = new MappingLibrary(folder.toString());
        new MappingWatch(library, alerts, jdbc);
        write("id: x\nversion: 1\nformt: labels\n");
        library.reload();
        assertThat(told())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "its last good text stays in force",
                                "line 3",
                                "did you mean 'format'?",
                                "Mend the file"));
        write("id: " + file.replace(".yaml", "") + "\nversion: \"2\"\nformat: labels\n");
        library.reload();
        assertThat(told()).isEmpty();
        library.destroy();
    }
}
