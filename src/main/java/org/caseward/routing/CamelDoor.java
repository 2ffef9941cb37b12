package org.caseward.routing;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.caseward.intake.Delivery;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.Receipted;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads a web channel's delivery through {@code direct:intake-<channel>}. */
@Component
class CamelDoor implements IntakeDoor {
    private final CamelContext camel;
    private volatile @Nullable ProducerTemplate template;

    CamelDoor(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Receipted deliver(Delivery delivery) {
        String route = route(delivery.channel());
        try {
            Receipted receipted = template()
                    .requestBody("direct:" + route + "?block=false&failIfNoConsumers=true", delivery, Receipted.class);
            if (receipted == null) {
                throw new OutageException("The route " + route + " answered nothing");
            }
            return receipted;
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof DirectConsumerNotAvailableException) {
                throw new Closed(route);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void requireOpen(Channel channel) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(route(channel));
        if (status == null || !status.isStarted()) {
            throw new Closed(route(channel));
        }
    }

    private static String route(Channel channel) {
        return "intake-" + channel.code();
    }

    private ProducerTemplate template() {
        ProducerTemplate made = template;
        if (made == null) {
            made = camel.createProducerTemplate();
            template = made;
        }
        return made;
    }
}
