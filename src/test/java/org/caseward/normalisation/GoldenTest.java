package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Page;
import org.caseward.report.Evidence;
import org.caseward.report.FieldValue;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every folder of {@code normalisation/} holds an input ({@code input.hl7}, {@code input.json}, a clinical document {@code input.xml}, {@code pages.txt} or a message with pages) and what must come
 * of it. A first line {@code #ocr 0.9} in {@code pages.txt} says how it was read. {@code -Dgolden.write=true} writes what comes; read the difference before it is kept.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/normalisation");
    private static final MappingLibrary LIBRARY = new MappingLibrary("mappings");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES).filter(Files::isDirectory).sorted();
    }

    @AfterAll
    static void stopWatching() {
        LIBRARY.destroy();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsExpected(Path folder) throws Exception {
        String actual = JSON.writeValueAsString(told(normalised(folder))) + "\n";
        Path expected = folder.resolve("expected.json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static NormalisedReport normalised(Path folder) throws Exception {
        var outcome = new Normalisation(LIBRARY).normalise(report(folder));
        assertThat(outcome).isInstanceOf(Outcome.Passed.class);
        return ((Outcome.Passed<NormalisedReport>) outcome).value();
    }

    private static ExtractedReport report(Path folder) throws Exception {
        List<Page> pages = Files.exists(folder.resolve("pages.txt"))
                ? pages(Files.readString(folder.resolve("pages.txt")))
                : List.of();
        if (Files.exists(folder.resolve("input.hl7"))) {
            ExtractedReport message = Reports.hl7(Files.readString(folder.resolve("input.hl7")), pages);
            Path embedded = folder.resolve("embedded.xml");
            return Files.exists(embedded)
                    ? Reports.carrying(message, "OBX(1)-5", Files.readAllBytes(embedded))
                    : message;
        }
        if (Files.exists(folder.resolve("input.xml"))) {
            return Reports.clinical(Files.readAllBytes(folder.resolve("input.xml")), pages);
        }
        return Files.exists(folder.resolve("input.json"))
                ? Reports.fhir(Files.readString(folder.resolve("input.json")), pages)
                : Reports.document(pages);
    }

    private static List<Page> pages(String text) {
        if (!text.startsWith("#ocr ")) {
            return Reports.pages(text, "text-layer", 1);
        }
        int end = text.indexOf('\n');
        return Reports.pages(
                text.substring(end + 1),
                "ocr",
                Double.parseDouble(text.substring(5, end).strip()));
    }

    private static Map<String, Object> told(NormalisedReport report) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", report.type().code());
        told.put("mapping", report.mappings().stream().map(MappingUsed::id).toList());
        told.put("status", report.status().kind().name());
        report.status().at().ifPresent(at -> told.put("at", at.toString()));
        list(told, "document", report.status().numbers());
        list(told, "aliases", report.status().aliases());
        list(told, "replaces", report.status().replaces());
        Map<String, Object> fields = new LinkedHashMap<>();
        report.fields()
                .values()
                .forEach((name, values) ->
                        fields.put(name, values.stream().map(GoldenTest::told).toList()));
        told.put("fields", fields);
        return told;
    }

    private static void list(Map<String, Object> told, String name, List<String> values) {
        if (!values.isEmpty()) {
            told.put(name, String.join(" ", values));
        }
    }

    private static String told(FieldValue value) {
        String raw = value.raw().equals(value.value()) ? "" : " <- " + value.raw();
        String places = String.join(
                "; ", value.evidence().stream().map(GoldenTest::told).toList());
        return value.value() + raw + " (" + value.method() + " " + value.confidence() + " at " + places + ")";
    }

    private static String told(Evidence evidence) {
        return switch (evidence) {
            case Evidence.AtPath path -> path.path();
            case Evidence.OnPage place ->
                "page %d [%.3f %.3f %.3f %.3f]"
                        .formatted(
                                place.page(),
                                place.box().x(),
                                place.box().y(),
                                place.box().w(),
                                place.box().h());
        };
    }
}
