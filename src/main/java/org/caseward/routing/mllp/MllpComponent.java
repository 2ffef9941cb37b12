package org.caseward.routing.mllp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.caseward.report.SenderTrouble;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;

/** MLLP listeners of our own instead of camel-mllp's; see docs/adr/0011. */
public final class MllpComponent extends DefaultComponent {
    /** A sender that breaks off again and again is told of once in so many nanoseconds. */
    private static final long QUIET = 60_000_000_000L;

    private final MllpLimits limits;
    private final SslBundles bundles;
    private final ApplicationEventPublisher events;
    private final Map<String, ServerTls> tls = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    public MllpComponent(Environment settings, SslBundles bundles, ApplicationEventPublisher events) {
        limits = MllpLimits.of((name, otherwise) -> settings.getProperty("caseward.mllp." + name, otherwise));
        this.bundles = bundles;
        this.events = events;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String name = getAndRemoveParameter(parameters, "name", String.class);
        String bundle = getAndRemoveParameter(parameters, "bundle", String.class);
        int colon = remaining.lastIndexOf(':');
        if (name == null || colon < 1) {
            throw new IllegalArgumentException("A listener is written mllp:HOST:PORT?name=NAME");
        }
        return new MllpEndpoint(
                uri,
                this,
                name,
                remaining.substring(0, colon),
                Integer.parseInt(remaining.substring(colon + 1)),
                uri.startsWith("mllps") ? Optional.of(bundle == null ? "mllps" : bundle) : Optional.empty());
    }

    /** Asked for when a listener starts: a hub without such a listener needs no such bundle. */
    ServerTls tls(String bundle) {
        return tls.computeIfAbsent(bundle, name -> new ServerTls(bundles, name));
    }

    /** The SSL bundles of the listeners that were started. */
    public Set<String> bundles() {
        return Set.copyOf(tls.keySet());
    }

    MllpLimits limits() {
        return limits;
    }

    void tell(String listener, String kind, String text) {
        long now = System.nanoTime();
        Long before = told.putIfAbsent(listener + ' ' + kind, now);
        if (before == null || now - before > QUIET && told.replace(listener + ' ' + kind, before, now)) {
            events.publishEvent(
                    new SenderTrouble("mllp-" + kind, listener, "Listener " + listener + ": " + text, List.of()));
        }
    }
}
