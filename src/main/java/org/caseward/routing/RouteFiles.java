package org.caseward.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Loads {@code routes/} into Camel and starts it once everything else has started; loads a file again when it changes. A changed file that is broken leaves the running routes
 * as they are and says why.
 */
@Component
class RouteFiles implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);

    private final CamelContext camel;
    private final Path folder;
    private final Map<Path, FileTime> seen = new HashMap<>();
    private volatile boolean running;

    RouteFiles(CamelContext camel, @Value("${caseward.routes:routes}") Path folder) {
        this.camel = camel;
        this.folder = folder;
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            // configurations and templates first: routes name them
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted(Comparator.comparing((Path file) ->
                                    !file.getFileName().toString().equals("errors.xml"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    @Override
    public void start() {
        if (camel.isSuspended()) {
            camel.resume();
            running = true;
            return;
        }
        try {
            for (Path file : list(folder)) {
                add(RouteFile.read(file));
                seen.put(file, Files.getLastModifiedTime(file));
            }
            camel.start();
            running = true;
        } catch (Exception e) {
            throw new IllegalStateException("The routes in " + folder + " could not be started: " + e.getMessage(), e);
        }
    }

    private void add(RouteFile file) throws Exception {
        ModelCamelContext model = (ModelCamelContext) camel;
        model.addRouteConfigurations(file.configurations());
        model.addRouteTemplateDefinitions(file.templates());
        camel.addRoutes(prepared(file.routes()));
        model.addRouteFromTemplatedRoutes(file.templated());
    }

    /** Only a builder gives a route its configuration (errors.xml): a definition added as it is would run without any error handling of ours. */
    private static RouteBuilder prepared(List<RouteDefinition> routes) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routes.forEach(getRouteCollection()::route);
            }
        };
    }

    @Scheduled(fixedDelayString = "${caseward.routes.reload:2s}", initialDelayString = "5s")
    void reloadChanged() throws IOException {
        if (!running) {
            return;
        }
        for (Path file : list(folder)) {
            FileTime time = Files.getLastModifiedTime(file);
            if (!time.equals(seen.put(file, time))) {
                reload(file);
            }
        }
    }

    private void reload(Path file) {
        ModelCamelContext model = (ModelCamelContext) camel;
        try {
            RouteFile changed = RouteFile.read(file);
            if (changed.routes().isEmpty()) {
                LOG.warn(
                        "Route file {} has changed; what it says counts after the next start of the hub",
                        file.getFileName());
                return;
            }
            for (RouteDefinition route : changed.routes()) {
                replace(model, route);
            }
            LOG.info("Route file {} was loaded again", file.getFileName());
        } catch (Exception e) {
            LOG.error(
                    "Route file {} could not be loaded; the routes run on as they were: {}",
                    file.getFileName(),
                    e.getMessage());
        }
    }

    /** Camel replaces a route of the same id; where the new one does not start, the old one comes back. */
    private static void replace(ModelCamelContext model, RouteDefinition changed) throws Exception {
        RouteDefinition old = model.getRouteDefinition(changed.getId());
        ServiceStatus before = model.getRouteController().getRouteStatus(changed.getId());
        try {
            model.addRoutes(prepared(List.of(changed)));
            if (before != null && before.isStopped()) {
                // a new text is no reason to start what somebody stopped
                model.getRouteController().stopRoute(changed.getId());
            }
        } catch (Exception e) {
            if (old != null) {
                model.addRouteDefinition(old);
            }
            throw e;
        }
    }

    @Override
    public void stop() {
        running = false;
        // what is under way ends, and nothing comes in; Camel itself stops with the application's context, so that a
        // hub that was only paused can go on
        camel.suspend();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        // last to start, first to stop: nothing is received before everything behind it runs
        return Integer.MAX_VALUE - 10;
    }
}
