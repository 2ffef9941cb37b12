package org.caseward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** There is no container engine where the tests run: the compose file is read, and what it promises is looked up. */
class ComposeFileTest {
    private static final JsonNode COMPOSE = read();

    private static JsonNode read() {
        return new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
    }

    private static JsonNode service(String name) {
        return COMPOSE.path("services").path(name);
    }

    @Test
    void everySecretThatAServiceUsesIsMadeByThePreparation() throws Exception {
        String prepare = Files.readString(Path.of("deploy/prepare.sh"));
        for (JsonNode service : COMPOSE.path("services")) {
            for (JsonNode used : service.path("secrets")) {
                String name =
                        used.isString() ? used.asString() : used.path("source").asString();
                String file = COMPOSE.path("secrets").path(name).path("file").asString("");
                assertThat(file).as(name).startsWith("deploy/secrets/");
                String made = file.substring("deploy/secrets/".length());
                String perHost = made.replaceFirst("^(postgres|artemis|hub)\\.", "\\$host.");
                assertThat(prepare).as(made).containsAnyOf(made, perHost);
            }
        }
    }

    @Test
    void theServicesSpeakOnlyTlsToEachOther() throws Exception {
        JsonNode hub = service("hub").path("environment");
        assertThat(hub.path("CASEWARD_DATABASE_HUB_URL").asString()).contains("sslmode=verify-full");
        assertThat(hub.path("CASEWARD_DATABASE_CASE_STORE_URL").asString()).contains("sslmode=verify-full");
        assertThat(hub.path("CASEWARD_BROKER_URL").asString()).contains("sslEnabled=true");
        assertThat(hub.path("SERVER_SSL_CERTIFICATE").asString()).isNotBlank();
        assertThat(Files.readAllLines(Path.of("deploy/postgres/pg_hba.conf")))
                .filteredOn(line -> line.startsWith("host"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("hostssl") && line.endsWith("scram-sha-256"));
        assertThat(Files.readString(Path.of("deploy/artemis/broker.xml"))).contains("sslEnabled=true");
    }

    @Test
    void nothingIsOpenBeyondLoopbackAndNoPasswordStandsInTheFile() throws Exception {
        for (JsonNode service : COMPOSE.path("services")) {
            service.path("ports").forEach(port -> assertThat(port.asString()).startsWith("127.0.0.1:"));
        }
        assertThat(Files.readString(Path.of("docker-compose.yml"))).doesNotContainPattern("(?i)password: *[\"']?\\w");
    }

    @Test
    void whatIsMountedExists() {
        List<String> mounted = Stream.of("postgres", "artemis", "hub")
                .flatMap(name -> service(name).path("volumes").valueStream())
                .map(JsonNode::asString)
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(2, volume.indexOf(':')))
                .toList();
        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }
}
