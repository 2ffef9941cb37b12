package org.caseward.routing;

import java.net.Socket;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.mllp.MllpComponent;
import org.apache.camel.component.mllp.MllpEndpoint;
import org.apache.camel.component.mllp.MllpTcpServerConsumer;

/**
 * camel-mllp, with two things added that it leaves open: bytes outside a frame close the connection at once (camel-mllp waits for a frame until the idle time is over), and a
 * frame has a greatest size. See docs/adr/0004.
 */
final class FramedMllp extends MllpComponent {
    private final long largestFrame;

    FramedMllp(CamelContext camel, long largestFrame) {
        super(camel);
        this.largestFrame = largestFrame;
        // a message must never reach a log
        setLogPhi(false);
    }

    @Override
    protected MllpEndpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
            throws Exception {
        MllpEndpoint plain = (MllpEndpoint) super.createEndpoint(uri, remaining, parameters);
        MllpEndpoint framed = new MllpEndpoint(uri, this, plain.getConfiguration()) {
            @Override
            public Consumer createConsumer(Processor processor) throws Exception {
                FramedConsumer consumer = new FramedConsumer(this, processor, largestFrame);
                configureConsumer(consumer);
                return consumer;
            }
        };
        framed.setHostname(plain.getHostname());
        framed.setPort(plain.getPort());
        return framed;
    }

    private static final class FramedConsumer extends MllpTcpServerConsumer {
        private final long largestFrame;

        FramedConsumer(MllpEndpoint endpoint, Processor processor, long largestFrame) {
            super(endpoint, processor);
            this.largestFrame = largestFrame;
        }

        @Override
        public void validateConsumer(Socket client) {
            super.validateConsumer(new FramedSocket(client, largestFrame));
        }
    }
}
