package org.caseward.routing.mllp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One listener: {@code mllp:HOST:PORT?name=NAME} or {@code mllps:HOST:PORT?name=NAME&bundle=BUNDLE}. */
final class MllpEndpoint extends DefaultEndpoint {
    private final MllpComponent component;
    private final String name;
    private final String host;
    private final int port;
    private final Optional<String> bundle;

    MllpEndpoint(String uri, MllpComponent component, String name, String host, int port, Optional<String> bundle) {
        super(uri, component);
        this.component = component;
        this.name = name;
        this.host = host;
        this.port = port;
        this.bundle = bundle;
    }

    /** @throws UnknownHostException where the host has no address; @throws IllegalStateException where reports would cross a network readable by all */
    Listener.Setup setup(Listener.Handler handler) throws UnknownHostException {
        if (bundle.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalStateException("Listener " + name + " speaks plain MLLP on " + host
                    + ", where others could read along: use mllps, or keep it on 127.0.0.1 behind a TLS tunnel");
        }
        return new Listener.Setup(
                name,
                host,
                port,
                component.limits(),
                bundle.map(component::tls).orElse(null),
                handler,
                (kind, text) -> component.tell(name, kind, text));
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        MllpConsumer consumer = new MllpConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("The hub receives by MLLP; it does not send");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
