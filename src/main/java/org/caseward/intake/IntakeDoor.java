package org.caseward.intake;

import org.caseward.report.Channel;

/** The way from a web channel into its route, so that FHIR, webhooks and the portal can be stopped like any other route. */
public interface IntakeDoor {
    /**
     * @throws Closed where the channel's route is stopped: the sender is told to come back (503)
     * @throws org.caseward.report.OutageException where the delivery could not be kept
     */
    Receipted deliver(Delivery delivery);

    /**
     * For what a channel takes besides deliveries.
     *
     * @throws Closed where the channel's route is stopped
     */
    void requireOpen(Channel channel);

    /** The route is stopped. */
    final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Closed(String route) {
            super("The route " + route + " is stopped");
        }
    }
}
