package org.caseward.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caseward.demo.samples.Expected;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.world.DemoWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
    private static final List<Sample> SAMPLES = Demo.samples(DemoWorld.make());

    @TempDir
    Path data;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void isContentWhereEverySampleEndsAsTheManifestSaysAndHoldsWhenItIsStartedAgainOnTheSameData() throws Exception {
        try (StandInHub hub = hub(UnaryOperator.identity())) {
            assertThat(run(hub, Duration.ofSeconds(60))).as(() -> text()).isZero();
            assertThat(text()).contains("All " + SAMPLES.size() + " samples ended where they should.");
            assertThat(DemoWorld.make().personalStrings()).noneMatch(text()::contains);
            assertThat(JsonMapper.shared()
                            .readTree(Files.readString(data.resolve("manifest.json")))
                            .path("samples")
                            .size())
                    .isEqualTo(SAMPLES.size());
            int sent = hub.deliveries.get();
            assertThat(run(hub, Duration.ofSeconds(60))).isZero();
            assertThat(hub.deliveries.get()).isGreaterThan(sent + SAMPLES.size() / 2);
        }
    }

    @Test
    void tellsWhatWasFiledOnTheWrongCaseAndWhatShouldHaveWaitedForAPersonAndWasFiled() throws Exception {
        String right = SAMPLES.getFirst().expected().caseNumber().orElseThrow();
        UnaryOperator<Expected> mixUp = e -> e.caseNumber().equals(Optional.of(right))
                ? new Expected("filed", Optional.of("IOD-2026-000001"), false, 1, e.answer())
                : e;
        UnaryOperator<Expected> hasty = e -> e.state().equals("in_review")
                ? new Expected("filed", Optional.of("IOD-2026-000002"), false, 1, e.answer())
                : e;
        try (StandInHub hub = hub(e -> hasty.apply(mixUp.apply(e)))) {
            assertThat(run(hub, Duration.ofSeconds(60))).isOne();
            assertThat(text())
                    .contains("case is IOD-2026-000001, should be " + right)
                    .contains("state is filed, should be in_review");
        }
    }

    @Test
    void tellsWhatNeverEnded() throws Exception {
        UnaryOperator<Expected> slow = e -> e.answer().equals("AA") && e.state().equals("filed")
                ? new Expected("extracted", Optional.empty(), false, 1, e.answer())
                : e;
        try (StandInHub hub = hub(slow)) {
            assertThat(run(hub, Duration.ofSeconds(3))).isOne();
            assertThat(text()).contains("state is extracted, should be filed");
        }
    }

    private StandInHub hub(UnaryOperator<Expected> twist) throws Exception {
        return new StandInHub(data.resolve("fax"), SAMPLES, twist);
    }

    private int run(StandInHub hub, Duration patience) throws Exception {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Demo.run(hub.endpoints(), new DemoOptions(data, true, patience, out, false));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
