package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.AuditedAct;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(MappingVersionsTest.App.class)
class MappingVersionsTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Configuration
    @ComponentScan(
            basePackages = "org.caseward.security",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org.caseward.security.web\\..*"))
    static class App {}

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    private Path folder;

    private final String name = "clinic-" + UUID.randomUUID();
    private final String file = "hl7v2/" + name + ".yaml";
    private final List<Object> events = new ArrayList<>();
    private MappingLibrary library;
    private MappingVersions versions;

    @BeforeEach
    void aFolder() throws IOException {
        Files.copy(Path.of("mappings/mapping.schema.json"), folder.resolve("mapping.schema.json"));
        Files.createDirectories(folder.resolve("hl7v2"));
        write("1", "PV1-3.1");
        library = new MappingLibrary(folder.toString());
        versions = node(library);
        versions.follow();
    }

    @AfterEach
    void stopWatching() {
        library.destroy();
        jdbc.sql("update mapping_gone_back set ended_at = now() where file = ? and ended_at is null")
                .param(file)
                .update();
    }

    private MappingVersions node(MappingLibrary of) {
        return new MappingVersions(jdbc, transaction, of, events::add);
    }

    private void write(String version, String path) throws IOException {
        Files.writeString(folder.resolve(file), """
                id: hl7v2/%s
                version: "%s"
                format: hl7v2
                appliesTo: {messages: ["*"]}
                fields: [{name: unit, from: %s}]
                """.formatted(name, version, path));
    }

    private String running(MappingLibrary of) {
        return of.inForce().stream()
                .filter(one -> one.file().equals(file))
                .map(one -> one.mapping().orElseThrow().version())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTextThatWasInForceIsKeptByTheHashThatRecordsName() throws IOException {
        write("2", "PV1-3.2");
        assertThat(library.reload()).isEmpty();
        List<MappingVersions.Version> kept = versions.of(file);
        assertThat(kept).extracting(MappingVersions.Version::version).containsExactly("2", "1");
        assertThat(versions.text(kept.getLast().hash()))
                .hasValueSatisfying(text -> assertThat(text).contains("version: \"1\"", "PV1-3.1"));
    }

    @Test
    void oneActGoesBackOnEveryNodeUntilTheFileIsChanged() throws IOException {
        write("2", "PV1-3.2");
        library.reload();
        MappingLibrary second = new MappingLibrary(folder.toString());
        MappingVersions other = node(second);

        assertThat(versions.goBack(file, Optional.empty(), "ivan").version()).isEqualTo("1");

        assertThat(running(library)).isEqualTo("1");
        assertThat(library.inForce()).anyMatch(one -> one.file().equals(file) && !one.asInFolder());
        other.follow();
        assertThat(running(second)).isEqualTo("1");
        second.destroy();
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                AuditedAct.class, act -> assertThat(act.act()).isEqualTo("mapping-gone-back")));

        write("3", "PV1-3.3");
        library.reload();
        assertThat(running(library)).isEqualTo("3");
        versions.follow();
        assertThat(jdbc.sql("select count(*) from mapping_gone_back where file = ? and ended_at is null")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goingBackAgainLetsTheFoldersTextRun() throws IOException {
        write("2", "PV1-3.2");
        library.reload();
        versions.goBack(file, Optional.empty(), "ivan");
        String hash = versions.of(file).getFirst().hash();
        versions.goBack(file, Optional.of(hash), "ivan");
        assertThat(running(library)).isEqualTo("2");
        assertThat(library.inForce()).allMatch(MappingLibrary.InForce::asInFolder);
    }

    @Test
    void whatWasNeverInForceIsNotGoneBackTo() {
        assertThatThrownBy(() -> versions.goBack(file, Optional.empty(), "ivan"))
                .isInstanceOf(MappingVersions.Refused.class)
                .hasMessageContaining("no earlier text");
        assertThatThrownBy(() -> versions.goBack(file, Optional.of("0".repeat(64)), "ivan"))
                .hasMessageContaining("was ever in force");
        assertThatThrownBy(() -> versions.goBack("hl7v2/none.yaml", Optional.empty(), "ivan"))
                .hasMessageContaining("no mapping file");
    }

    @Test
    void aWrongFileKeepsItsLastGoodTextAndTheOtherChangesAreTakenUp() throws IOException {
        Files.writeString(folder.resolve("labels.yaml"), "id: labels\nversion: \"1\"\nformat: labels\n");
        Files.writeString(folder.resolve(file), "id: nothing\n");
        assertThat(library.reload()).allMatch(complaint -> complaint.file().equals(file));
        assertThat(running(library)).isEqualTo("1");
        assertThat(library.inForce()).anyMatch(one -> one.file().equals("labels.yaml"));
        write("2", "PV1-3.2");
        assertThat(library.reload()).isEmpty();
        assertThat(running(library)).isEqualTo("2");
    }
}
