package org.caseward.routing.mllp;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.caseward.report.Healed;
import org.caseward.report.Troubled;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether the key and certificate files of the TLS listeners can still be read. A listener goes on with the last good ones whatever becomes of the files, so without this
 * nobody would hear of it before the hub is started again, and its port stays closed.
 */
@Component
final class ListenerKeys {
    static final String KIND = "listener-key";

    private final CamelContext camel;
    private final Environment settings;
    private final ApplicationEventPublisher events;
    private final Set<String> well = ConcurrentHashMap.newKeySet();

    ListenerKeys(CamelContext camel, Environment settings, ApplicationEventPublisher events) {
        this.camel = camel;
        this.settings = settings;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${caseward.mllps.key-check:10s}", initialDelayString = "2s")
    void look() {
        if (camel.hasComponent("mllps") instanceof MllpComponent listeners) {
            listeners.bundles().forEach(this::look);
        }
    }

    private void look(String bundle) {
        String prefix = "spring.ssl.bundle.pem." + bundle;
        try {
            Binder.get(settings)
                    .bind(prefix, PemSslBundleProperties.class)
                    .ifBound(files -> ServerTls.context(PropertiesSslBundle.get(files)));
            if (well.add(bundle)) {
                events.publishEvent(new Healed(KIND, bundle));
            }
        } catch (RuntimeException broken) {
            well.remove(bundle);
            events.publishEvent(new Troubled(KIND, bundle, List.of(), words(bundle, prefix, broken)));
        }
    }

    /** Ours where it is ours; others may quote a file. */
    private static String words(String bundle, String prefix, RuntimeException broken) {
        String why = broken instanceof IllegalStateException && broken.getMessage() != null && broken.getCause() == null
                ? broken.getMessage()
                : "one of the files is missing or can't be read as what it should be";
        return "The TLS listeners with the SSL bundle " + bundle + " could not take up their key and certificate: "
                + why
                + ". They go on with the last good ones, but would not start again. Put the files that " + prefix
                + ".* names right, both from the same request, readable for the hub; this clears itself.";
    }
}
