package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.extraction.ExtractedReport;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every provider's own mapping, in the project and in the example clinics, reads its sample as it is meant to. */
class ProviderMappingsTest {
    @TempDir
    Path temp;

    @TestFactory
    List<DynamicTest> everyProvidersMappingReadsItsSample() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path root : roots()) {
            for (Path file : mappings(root)) {
                tests.add(DynamicTest.dynamicTest(file.toString(), () -> reads(root, file)));
            }
        }
        assertThat(tests).as("mappings of providers").isNotEmpty();
        return tests;
    }

    /** The project itself, and each example clinic. */
    private static List<Path> roots() throws IOException {
        try (Stream<Path> clinics = Files.list(Path.of("docs/clinics"))) {
            return Stream.concat(
                            Stream.of(Path.of("")),
                            clinics.filter(Files::isDirectory).sorted())
                    .toList();
        }
    }

    private static List<Path> mappings(Path root) throws IOException {
        Path folder = root.resolve("mappings");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("/providers/")
                            && file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void reads(Path root, Path file) throws Exception {
        String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        Path samples = root.resolve("samples/providers");
        Path sample = samples.resolve(name + (file.toString().contains("fhir") ? ".json" : ".hl7"));
        Path expected = samples.resolve(name + ".expected.json");
        assertThat(sample)
                .as("%s has no sample. Add %s, a report as this provider sends it (invented names only)", file, sample)
                .exists();
        assertThat(expected)
                .as("%s is not checked. Add %s: {\"field\": \"value that must be read\"}", file, expected)
                .exists();
        MappingLibrary library = new MappingLibrary(together(root).toString());
        try {
            assertThat(library.complaints()).isEmpty();
            NormalisedReport read = normalised(library, file, sample);
            fields(expected)
                    .forEach((field, value) -> assertThat(read.fields().text(field))
                            .as("%s of %s", field, sample)
                            .contains(value));
            assertThat(read.mappings()).extracting(MappingUsed::id).contains(id(root, file));
        } finally {
            library.destroy();
        }
    }

    private static String id(Path root, Path file) {
        return root.resolve("mappings").relativize(file).toString().replaceFirst("\\.yaml$", "");
    }

    /** The project's mappings with those of the clinic among them. */
    private Path together(Path root) throws IOException {
        Path folder = Files.createTempDirectory(temp, "mappings");
        for (Path from : List.of(Path.of("mappings"), root.resolve("mappings"))) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve(from.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.writeString(to, Files.readString(file));
                }
            }
        }
        return folder;
    }

    private static NormalisedReport normalised(MappingLibrary library, Path mapping, Path sample) throws Exception {
        String provider = YAMLMapper.shared()
                .readTree(Files.readString(mapping))
                .at("/appliesTo/providers/0")
                .asString("");
        assertThat(provider)
                .as("%s stands in providers/, but names no provider: add it to appliesTo.providers", mapping)
                .isNotEmpty();
        String text = Files.readString(sample);
        ExtractedReport report = sample.toString().endsWith(".hl7")
                ? Reports.hl7By(provider, text)
                : Reports.extracted(Reports.fhir(text, List.of()).source(), List.of(), Optional.of(provider));
        var outcome = new Normalisation(library).normalise(report);
        assertThat(outcome).isInstanceOf(Outcome.Passed.class);
        return ((Outcome.Passed<NormalisedReport>) outcome).value();
    }

    private static Map<String, String> fields(Path expected) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(expected), new TypeReference<Map<String, String>>() {});
    }
}
