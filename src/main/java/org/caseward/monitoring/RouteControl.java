package org.caseward.monitoring;

import java.util.List;

/**
 * The routes as IT sees and handles them. Implemented where the routes live.
 *
 * <p>{@link #routes()} is asked every two seconds by each open page and must answer from memory. Starting a started or stopping a stopped route does nothing. A stopped
 * intake route takes in nothing (senders are told to try again); a stopped pipeline or publishing route leaves its work waiting where it is safe. Both return when done.
 */
public interface RouteControl {
    /** In the order of a report's way. */
    List<RouteStatus> routes();

    /** @throws IllegalArgumentException where no route has this id */
    void start(String id);

    /** @throws IllegalArgumentException where no route has this id */
    void stop(String id);
}
