package org.caseward.normalisation.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Functions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema says to an editor what the program knows, of everything there is. */
class MappingSchemaTest {
    private static final Path FOLDER = Path.of("mappings");
    private static final JsonNode SCHEMA = read();

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("mapping.schema.json")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> consts(JsonNode choices) {
        return choices.valueStream()
                .filter(choice -> choice.has("const"))
                .map(choice -> choice.path("const").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFieldOfTheVocabularyIsCompletedAndNoOther() {
        assertThat(consts(SCHEMA.at("/$defs/name/anyOf"))).isEqualTo(Vocabulary.names());
        assertThat(SCHEMA.at("/properties/documentType/enum").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(Vocabulary.documentTypes());
    }

    @Test
    void everyFunctionIsCompletedAndNoOther() {
        Set<String> known = consts(SCHEMA.at("/$defs/function/anyOf"));
        SCHEMA.at("/$defs/function/anyOf")
                .valueStream()
                .filter(one -> one.has("pattern"))
                .forEach(one -> known.add(one.path("pattern").asString().replaceAll("^\\^(\\w+).*", "$1") + "(…)"));
        assertThat(known).isEqualTo(Functions.names());
    }

    @Test
    void everyKeyAndEveryWordHasATextToHoverOver() {
        List<String> silent = new ArrayList<>();
        describe("", SCHEMA, silent);
        assertThat(silent).isEmpty();
    }

    private static void describe(String at, JsonNode schema, List<String> silent) {
        schema.path("properties").propertyStream().forEach(key -> {
            if (!key.getValue().has("description")) {
                silent.add(at + "/" + key.getKey());
            }
        });
        schema.path("anyOf").valueStream().filter(one -> one.has("const")).forEach(one -> {
            if (!one.has("description")) {
                silent.add(at + "/" + one.path("const").asString());
            }
        });
        if (schema.isContainer()) {
            schema.propertyStream().forEach(inner -> describe(at + "/" + inner.getKey(), inner.getValue(), silent));
        }
    }

    @Test
    void everyMappingNamesItsSchemaInItsFirstLine() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                String first = Files.readString(file).lines().findFirst().orElse("");
                assertThat(first).as(file.toString()).startsWith("# yaml-language-server: $schema=");
                Path named = file.resolveSibling(first.substring(first.indexOf('=') + 1))
                        .normalize();
                assertThat(named).isEqualTo(FOLDER.resolve("mapping.schema.json"));
            }
        }
    }

    @Test
    void everyCodeTableNamesItsSource() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("codes"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).startsWith("# Source: "));
        }
    }
}
