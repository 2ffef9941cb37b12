package org.caseward.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.caseward.monitoring.RouteControl;
import org.caseward.monitoring.RouteStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The routes as Camel counts them. */
@Component
class CamelRoutes implements RouteControl {
    private static final List<String> GROUPS = List.of("intake", "pipeline", "publishing");
    private static final Duration RATE_OVER = Duration.ofMinutes(5);

    private record Count(Instant at, long messages) {}

    private final CamelContext camel;
    private final PauseOnOutage pauses;
    private final Map<String, Deque<Count>> counts = new ConcurrentHashMap<>();

    CamelRoutes(CamelContext camel, PauseOnOutage pauses) {
        this.camel = camel;
        this.pauses = pauses;
    }

    @Override
    public List<RouteStatus> routes() {
        return camel.getRoutes().stream()
                .map(this::status)
                .sorted(Comparator.comparing((RouteStatus route) -> GROUPS.indexOf(route.group()))
                        .thenComparing(RouteStatus::id))
                .toList();
    }

    private RouteStatus status(Route route) {
        ManagedRouteMBean counted = managed(route.getRouteId());
        try {
            Optional<Throwable> error =
                    Optional.ofNullable(route.getLastError()).map(last -> last.getException());
            java.util.Date last = counted == null ? null : counted.getLastExchangeCompletedTimestamp();
            return new RouteStatus(
                    route.getRouteId(),
                    Optional.ofNullable(route.getDescription()).orElse(""),
                    group(route.getRouteId()),
                    state(route.getRouteId()),
                    counted == null ? 0 : counted.getExchangesTotal(),
                    counted == null ? 0 : counted.getExchangesFailed(),
                    rate(route.getRouteId()),
                    counted == null ? 0 : Math.toIntExact(counted.getExchangesInflight()),
                    last == null ? null : last.toInstant(),
                    error.map(CamelRoutes::words).orElse(null));
        } catch (Exception e) {
            throw new IllegalStateException("The counters of route " + route.getRouteId() + " can't be read", e);
        }
    }

    /** The kind of fault only: an exception's message may carry what was in a report. */
    private static String words(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return fault.getClass().getSimpleName()
                + (root == fault ? "" : " caused by " + root.getClass().getSimpleName());
    }

    private static String group(String id) {
        if (id.startsWith("intake-")) {
            return "intake";
        }
        return id.startsWith("publish") ? "publishing" : "pipeline";
    }

    private String state(String id) {
        if (pauses.pauses(id)) {
            return "paused";
        }
        ServiceStatus status = camel.getRouteController().getRouteStatus(id);
        return status != null && status.isStarted() ? "started" : "stopped";
    }

    @Scheduled(fixedDelay = 10_000)
    void count() {
        Instant now = Instant.now();
        for (Route route : camel.getRoutes()) {
            ManagedRouteMBean counted = managed(route.getRouteId());
            if (counted != null) {
                Deque<Count> kept = counts.computeIfAbsent(route.getRouteId(), id -> new ArrayDeque<>());
                synchronized (kept) {
                    kept.add(new Count(now, total(counted)));
                    while (kept.getFirst().at().isBefore(now.minus(RATE_OVER))) {
                        kept.removeFirst();
                    }
                }
            }
        }
    }

    private static long total(ManagedRouteMBean counted) {
        try {
            return counted.getExchangesTotal();
        } catch (Exception e) {
            return 0;
        }
    }

    /** Messages a minute over the last five minutes, or since the hub started. */
    private double rate(String id) {
        Deque<Count> kept = counts.getOrDefault(id, new ArrayDeque<>());
        synchronized (kept) {
            if (kept.size() < 2) {
                return 0;
            }
            double minutes =
                    Duration.between(kept.getFirst().at(), kept.getLast().at()).toMillis() / 60_000.0;
            return (kept.getLast().messages() - kept.getFirst().messages()) / minutes;
        }
    }

    private @Nullable ManagedRouteMBean managed(String id) {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null ? null : managed.getManagedRoute(id);
    }

    @Override
    public void start(String id) {
        known(id);
        pauses.forget(id);
        try {
            camel.getRouteController().startRoute(id);
        } catch (Exception e) {
            throw new IllegalStateException("Route " + id + " could not be started", e);
        }
    }

    @Override
    public void stop(String id) {
        known(id);
        pauses.forget(id);
        try {
            camel.getRouteController().stopRoute(id);
        } catch (Exception e) {
            throw new IllegalStateException("Route " + id + " could not be stopped", e);
        }
    }

    private void known(String id) {
        if (camel.getRoute(id) == null) {
            throw new IllegalArgumentException("There is no route " + id);
        }
    }
}
