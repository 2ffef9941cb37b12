package org.caseward.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.caseward.monitoring.Alerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Where something of ours is down, the route's consumer rests and then probes with one message again, after 1 s, 2 s, 4 s … up to 30 s, until one goes through. The message
 * itself was rolled back to its queue; nothing is quarantined.
 */
@Component("pauseOnOutage")
class PauseOnOutage extends RoutePolicySupport {
    private static final Logger LOG = LoggerFactory.getLogger(PauseOnOutage.class);
    private static final long FIRST_SECONDS = 1;
    private static final long LONGEST_SECONDS = 30;

    private static final String ALERT = "outage";

    private final Outages outages;
    private final Alerts alerts;
    private final Map<String, Long> pauses = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outage-probe").daemon().factory());

    PauseOnOutage(Outages outages, @Lazy Alerts alerts) {
        this.alerts = alerts;
        this.outages = outages;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (!outages.isOutage(exchange.getException())) {
            if (pauses.remove(route.getRouteId()) != null) {
                LOG.info("Route {} works again", route.getRouteId());
                quietly(() -> alerts.clear(ALERT, route.getRouteId()));
            }
            return;
        }
        pause(route);
    }

    private void pause(Route route) {
        long seconds =
                pauses.merge(route.getRouteId(), FIRST_SECONDS, (old, one) -> Math.min(old * 2, LONGEST_SECONDS));
        LOG.warn("Route {} pauses for {} s: something it needs is down", route.getRouteId(), seconds);
        timer.submit(() -> quietly(() -> suspendOrStopConsumer(route.getConsumer())));
        timer.submit(() -> quietly(() -> tell(route.getRouteId())));
        timer.schedule(() -> quietly(() -> wake(route)), seconds, TimeUnit.SECONDS);
    }

    /** Where it is the database that is down, this fails too, and the log line above has to do. */
    private void tell(String route) {
        alerts.raise(
                ALERT,
                route,
                "Route " + route
                        + " pauses: something it needs (database, broker, document store, a receiver) is down. Nothing is lost; it goes on by itself. Look at the hub's log and at what is down.");
    }

    private void wake(Route route) throws Exception {
        // somebody who stopped the route meanwhile wants it stopped
        if (pauses(route.getRouteId())) {
            resumeOrStartConsumer(route.getConsumer());
        }
    }

    /** A person starts or stops the route: what was planned for it is off. */
    void forget(String route) {
        pauses.remove(route);
    }

    /** Whether the route rests at the moment because of an outage. */
    boolean pauses(String route) {
        return pauses.containsKey(route);
    }

    private interface Act {
        void run() throws Exception;
    }

    private static void quietly(Act act) {
        try {
            act.run();
        } catch (Exception e) {
            LOG.error("A route could not be paused or woken: {}", e.getClass().getSimpleName());
        }
    }
}
