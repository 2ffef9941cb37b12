package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caseward.extraction.ExtractedReport;
import org.caseward.report.FieldValue;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mapping in the guide is taken up beside the hub's own, and reads what the guide says. */
class MappingsGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "```yaml\\n(id: (\\S+).*?)```(?:\\n+```hl7\\n(.*?)```\\n+```result\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern PROVIDER = Pattern.compile("providers: \\[([a-z-]+)");

    @TempDir
    private Path folder;

    @Test
    void everyExampleOfTheGuideRunsAndGivesWhatItSays() throws Exception {
        copyTheMappings();
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(Path.of("docs/mappings.md")))
                .results()
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
        for (MatchResult example : examples) {
            Path file = folder.resolve(example.group(2) + ".yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.group(1));
            MappingLibrary library = new MappingLibrary(folder.toString());
            if (example.group(3) != null) {
                check(library, example);
            }
            library.destroy();
            Files.delete(file);
        }
    }

    private static void check(MappingLibrary library, MatchResult example) throws Exception {
        Optional<String> provider = PROVIDER.matcher(example.group(1))
                .results()
                .map(one -> one.group(1))
                .findFirst();
        ExtractedReport report = provider.isPresent()
                ? Reports.hl7By(provider.get(), example.group(3).strip().replace('\n', '\r'))
                : Reports.hl7(example.group(3).strip(), List.of());
        NormalisedReport read =
                ((Outcome.Passed<NormalisedReport>) new Normalisation(library).normalise(report)).value();
        for (String line : example.group(4).lines().toList()) {
            String name = line.split(" ")[0];
            if (name.equals("type")) {
                assertThat(read.type().code()).isEqualTo(line.substring("type = ".length()));
            } else if (line.endsWith(" absent")) {
                assertThat(read.fields().all(name)).as(name).isEmpty();
            } else {
                String expected = line.substring(line.indexOf('=') + 1).strip();
                assertThat(read.fields().all(name))
                        .as(name)
                        .extracting(FieldValue::value)
                        .containsExactly(expected);
            }
        }
    }

    private void copyTheMappings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Path.of("mappings").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
