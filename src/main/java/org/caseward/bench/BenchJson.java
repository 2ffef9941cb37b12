package org.caseward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A run for other programs: {@code bench}, {@code at}, {@code machine}, {@code metrics} {name: number}, {@code aims} {name: {min or max}}. */
final class BenchJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BenchJson() {}

    static void write(Path file, String name, Machine machine, Measured measured) throws IOException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        measured.names().forEach(metric -> metrics.put(metric, measured.metric(metric)));
        Map<String, Map<String, Double>> aims = new LinkedHashMap<>();
        measured.aims().forEach((metric, aim) -> aims.put(metric, Map.of(aim.kind(), aim.bound())));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("bench", name);
        run.put("at", Instant.now().toString());
        run.put("machine", machine);
        run.put("metrics", metrics);
        run.put("aims", aims);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n");
    }
}
