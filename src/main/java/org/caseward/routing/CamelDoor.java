package org.caseward.routing;

import org.caseward.intake.Delivery;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.Receipted;
import org.caseward.intake.RouteDoor;
import org.caseward.report.Channel;
import org.springframework.stereotype.Component;

/** Leads a web channel's delivery through {@code direct:intake-<channel>}. */
@Component
class CamelDoor implements IntakeDoor {
    private final RouteDoor routes;

    CamelDoor(RouteDoor routes) {
        this.routes = routes;
    }

    @Override
    public Receipted deliver(Delivery delivery) {
        return routes.through(route(delivery.channel()), delivery, Receipted.class);
    }

    @Override
    public void requireOpen(Channel channel) {
        if (!routes.open(route(channel))) {
            throw new Closed(route(channel));
        }
    }

    private static String route(Channel channel) {
        return "intake-" + channel.code();
    }
}
