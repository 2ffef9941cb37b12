package org.caseward.routing.mllp;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.caseward.intake.MllpFrame;
import org.jspecify.annotations.Nullable;

/** Sends each frame through its route. While the route is stopped the port is closed. */
final class MllpConsumer extends DefaultConsumer {
    private final MllpEndpoint endpoint;
    private @Nullable Listener listener;

    MllpConsumer(MllpEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        listener = Listener.open(endpoint.setup(this::handle));
    }

    @Override
    protected void doStop() throws Exception {
        Listener open = listener;
        listener = null;
        if (open != null) {
            open.close();
        }
        super.doStop();
    }

    @Override
    protected void doSuspend() throws Exception {
        doStop();
    }

    @Override
    protected void doResume() throws Exception {
        doStart();
    }

    /** What the route could not do with it the desk has answered; where it did not even do that, the connection ends and the sender sends again. */
    private void handle(MllpFrame frame) throws IOException {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(frame);
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception fault = exchange.getException();
        releaseExchange(exchange, false);
        if (fault != null) {
            throw new IOException(fault.getClass().getSimpleName());
        }
    }
}
