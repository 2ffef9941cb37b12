package org.caseward.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Stands in for what other rooms give to this one, only where the application under test does not have the real thing. */
public class StandIns implements BeanDefinitionRegistryPostProcessor {
    /** Two routes in memory. */
    public static class Routes implements RouteControl {
        private final Map<String, String> states =
                new ConcurrentSkipListMap<>(Map.of("mllp-intake", "started", "pipeline-structured", "started"));

        @Override
        public List<RouteStatus> routes() {
            return states.entrySet().stream()
                    .map(route -> new RouteStatus(
                            route.getKey(),
                            "Stands in for a route",
                            route.getKey().endsWith("intake") ? "intake" : "pipeline",
                            route.getValue(),
                            42,
                            1,
                            3.5,
                            0,
                            Instant.parse("2026-11-22T08:00:00.123Z"),
                            "The broker did not answer"))
                    .toList();
        }

        @Override
        public void start(String id) {
            states.put(id, "started");
        }

        @Override
        public void stop(String id) {
            states.put(id, "stopped");
        }
    }

    /** Keeps what was asked. */
    public static class Replays implements Replay {
        public record Asked(ReportId id, Step from, boolean dryRun, String who) {}

        public final List<Asked> asked = new ArrayList<>();

        @Override
        public synchronized ReplayResult replay(ReportId id, Step from, boolean dryRun, String who) {
            asked.add(new Asked(id, from, dryRun, who));
            return new ReplayResult(
                    id,
                    true,
                    ReportState.QUARANTINED,
                    List.of("state: quarantined to received"),
                    "It is on its way again.");
        }
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry instanceof ConfigurableListableBeanFactory beans) {
            standIn(beans, registry, RouteControl.class, Routes::new);
            standIn(beans, registry, Replay.class, Replays::new);
        }
    }

    private static <T> void standIn(
            ConfigurableListableBeanFactory beans,
            BeanDefinitionRegistry registry,
            Class<T> wanted,
            Supplier<? extends T> made) {
        if (beans.getBeanNamesForType(wanted, true, false).length == 0) {
            registry.registerBeanDefinition(
                    "standIn" + wanted.getSimpleName(), new RootBeanDefinition(wanted, made::get));
        }
    }
}
