package org.caseward.routing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.caseward.intake.Listening;
import org.springframework.stereotype.Component;

/** For a channel with a server of its own: its port opens with its route and closes with it, so that it can be stopped like any other. */
@Component("opensItsPort")
class OpensItsPort extends RoutePolicySupport {
    private final Map<String, Listening> byRoute;

    OpensItsPort(List<Listening> all) {
        byRoute = all.stream().collect(Collectors.toMap(Listening::route, Function.identity()));
    }

    @Override
    public void onStart(Route route) {
        with(route, Listening::open);
    }

    @Override
    public void onResume(Route route) {
        with(route, Listening::open);
    }

    @Override
    public void onStop(Route route) {
        with(route, Listening::close);
    }

    @Override
    public void onSuspend(Route route) {
        with(route, Listening::close);
    }

    private void with(Route route, Consumer<Listening> act) {
        Listening listening = byRoute.get(route.getRouteId());
        if (listening != null) {
            act.accept(listening);
        }
    }
}
