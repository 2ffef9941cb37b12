package org.caseward.intake;

/** A channel that listens on a port of its own instead of by Camel: its port is open while its route is started and closed while it is stopped. */
public interface Listening {
    /** The id of the route that it follows. */
    String route();

    /** Opens the port; does nothing where it is open. */
    void open();

    /** Closes the port and ends what is connected; does nothing where it is closed. */
    void close();
}
