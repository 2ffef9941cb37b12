package org.caseward.normalisation.mapping;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.normalisation.Complaint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads mapping files and holds them against the schema. */
final class MappingReader {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Schema schema;
    private final SchemaWords words;
    private final Complaints complaints;

    MappingReader(String jsonSchema, Complaints complaints) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(jsonSchema);
        this.words = new SchemaWords(YAML.readTree(jsonSchema));
        this.complaints = complaints;
    }

    /** The file, or nothing where something is wrong with it, which is then among the complaints. */
    Optional<MappingFile> read(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Map<String, Integer> lines = lines(text);
            JsonNode node = YAML.readTree(text);
            return keepsToSchema(name, node, lines)
                    ? Optional.of(new MappingFile(
                            name, YAML.treeToValue(node, MappingSpec.class), MappingSources.sha256(bytes), lines))
                    : Optional.empty();
        } catch (JacksonException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            complaints.add(
                    name,
                    Math.max(line, 0),
                    "is no YAML: "
                            + wrong.getOriginalMessage().replaceAll("\\s+", " ").strip()
                            + "; expected a mapping as docs/mappings.md shows");
            return Optional.empty();
        }
    }

    private boolean keepsToSchema(String name, JsonNode node, Map<String, Integer> lines) {
        List<Complaint> found = new ArrayList<>();
        words.tell(schema.validate(node), (pointer, text) -> found.add(complaints.add(name, lines, pointer, text)));
        return found.isEmpty();
    }

    private static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }
}
