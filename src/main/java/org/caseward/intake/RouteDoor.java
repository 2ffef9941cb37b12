package org.caseward.intake;

/** The way from a poller into its route, so that what is fetched can be stopped like any other channel. */
public interface RouteDoor {
    /** Whether the route runs; while it does not, nothing should be fetched. */
    boolean open(String route);

    /**
     * Leads something through {@code direct:<route>}.
     *
     * @return what the route answers
     * @throws IntakeDoor.Closed where the route is stopped
     * @throws org.caseward.report.OutageException where it could not be kept
     */
    <T> T through(String route, Object body, Class<T> answer);
}
