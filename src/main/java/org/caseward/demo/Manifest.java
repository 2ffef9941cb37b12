package org.caseward.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseward.demo.samples.Sample;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where every sample should end, as a file for whoever wants to check. */
final class Manifest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    static void write(Path data, List<Sample> samples) throws IOException {
        Files.createDirectories(data);
        Path aside = data.resolve("manifest.json.part");
        Files.writeString(
                aside,
                JSON.writeValueAsString(
                        Map.of("samples", samples.stream().map(Manifest::line).toList())));
        Files.move(
                aside,
                data.resolve("manifest.json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, Object> line(Sample sample) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", sample.id());
        line.put("channel", sample.channel().code());
        line.put("what", sample.what());
        line.put("controlId", sample.controlId());
        line.put("sha256", sample.keepsItsBytes() ? sample.sha256() : null);
        line.put("answer", sample.expected().answer());
        line.put("state", sample.expected().state());
        line.put("caseNumber", sample.expected().caseNumber().orElse(null));
        line.put("receipts", sample.expected().receipts());
        return line;
    }
}
