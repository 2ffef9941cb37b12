package org.caseward.routing;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.RouteDoor;
import org.caseward.report.OutageException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads what a poller fetched through its {@code direct:} route. */
@Component
class CamelRouteDoor implements RouteDoor {
    private final CamelContext camel;
    private volatile @Nullable ProducerTemplate template;

    CamelRouteDoor(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public boolean open(String route) {
        ServiceStatus status = camel.getRoute(route) == null
                ? null
                : camel.getRouteController().getRouteStatus(route);
        return status != null && status.isStarted();
    }

    @Override
    public <T> T through(String route, Object body, Class<T> answer) {
        try {
            T answered =
                    template().requestBody("direct:" + route + "?block=false&failIfNoConsumers=true", body, answer);
            if (answered == null) {
                throw new OutageException("The route " + route + " answered nothing");
            }
            return answered;
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof DirectConsumerNotAvailableException) {
                throw new IntakeDoor.Closed(route);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
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
