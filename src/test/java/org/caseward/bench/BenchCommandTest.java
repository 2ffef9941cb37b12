package org.caseward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    private static final List<Bench> BENCHES = List.of(new Doubling("toy double"), new Doubling("toy again"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path dir;

    @Test
    void listsBenchesWithTheirOptionsAndMetrics() throws Exception {
        assertThat(bench("--list")).isZero();
        assertThat(text(out)).contains("bench toy double", "--start 2", "doubled", "≥ 4");
    }

    @Test
    void writesTheFiguresAsPromised() throws Exception {
        Path file = dir.resolve("deep/figures.json");
        assertThat(bench("toy", "double", "--start", "5", "--json", file.toString()))
                .isZero();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.get("bench").asString()).isEqualTo("toy double");
        assertThat(json.get("at").asString()).contains("T");
        assertThat(json.get("machine").get("cores").asInt()).isPositive();
        assertThat(json.get("machine").propertyNames()).contains("cpu", "memoryMb", "load", "jdk");
        assertThat(json.get("metrics").get("doubled").asDouble()).isEqualTo(10);
        assertThat(json.get("aims").get("doubled").get("min").asDouble()).isEqualTo(4);
    }

    @Test
    void aMissedAimIsNamedAndFailsOnlyWhereItIsChecked() throws Exception {
        assertThat(bench("toy", "double", "--start", "1")).isZero();
        assertThat(bench("toy", "double", "--check", "--start", "1")).isEqualTo(1);
        assertThat(text(out)).contains("missed: doubled is 2, aimed at ≥ 4");
        assertThat(bench("toy", "double", "--check")).isZero();
    }

    @Test
    void theGroupsNameAloneRunsAllOfIt() throws Exception {
        Path file = dir.resolve("all.json");
        assertThat(bench("toy", "--json", file.toString())).isZero();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.get("metrics").propertyNames()).containsExactly("double.doubled", "again.doubled");
    }

    @Test
    void saysWhatIsWrongWithACommandThatMakesNoSense() throws Exception {
        assertThat(bench("nothing")).isEqualTo(2);
        assertThat(bench()).isEqualTo(2);
        assertThat(bench("toy", "double", "--size", "1")).isEqualTo(2);
        assertThat(bench("toy", "double", "--start")).isEqualTo(2);
        assertThat(text(err)).contains("no benchmark 'nothing'", "toy again", "'--size' is no option", "needs a value");
    }

    @Test
    void numbersAreReadableAtAnySize() {
        assertThat(List.of(1_234_567.0, 0.73125, 6.12e-6, 12_345.67, 0.0))
                .extracting(Metric::number)
                .containsExactly("1,234,567", "0.7313", "6.1e-06", "12,345.7", "0");
    }

    private int bench(String... arguments) throws Exception {
        return new BenchCommand(BENCHES, new PrintStream(out, true), new PrintStream(err, true))
                .run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private record Doubling(String name) implements Bench {
        @Override
        public String what() {
            return "doubles a number";
        }

        @Override
        public List<Metric> metrics() {
            return List.of(Metric.atLeast(4, "doubled", "ones", "twice the start"));
        }

        @Override
        public List<Option> options() {
            return List.of(new Option("start", "2", "what is doubled"));
        }

        @Override
        public Measured run(BenchOptions options, Progress progress) {
            progress.step("doubling", 1);
            return Measured.of(metrics()).with("doubled", 2.0 * options.count("start"));
        }
    }
}
