package org.caseward.intake.sftp.fetch;

import org.caseward.intake.Connection;
import org.caseward.intake.ConnectionTroubles;
import org.springframework.stereotype.Component;

/** Tells IT what is wrong with a connection that is fetched from, and when it is well again. */
@Component
class FetchTroubles {
    static final String UNREACHABLE = "sftp-unreachable";
    static final String HOST_KEY = "sftp-host-key";
    static final String SETTINGS = "sftp-settings";
    static final String FILES_LEFT = "sftp-files-left";
    static final String UNMARKABLE = "sftp-unmarkable";

    private final ConnectionTroubles troubles;

    FetchTroubles(ConnectionTroubles troubles) {
        this.troubles = troubles;
    }

    void unreachable(Connection connection) {
        troubles.tell(
                UNREACHABLE,
                connection,
                "The server of connection " + connection.id()
                        + " does not answer, does not let us in, or ended the session. Nothing is lost: its files stay there, and it is tried again by itself, up to every five minutes. If it lasts, ask the provider's IT, and look at host, port, user and our key in the connection's settings.");
    }

    void hostKey(Connection connection, String shown) {
        troubles.tell(
                HOST_KEY,
                connection,
                "The server of connection " + connection.id() + " showed a host key that is not the pinned one ("
                        + shown
                        + "), so it may be another server. Nothing was sent or fetched, and this connection rests. Ask the provider's IT, by a way you trust, whether their key changed; then set hostKey in the connection's settings, and it goes on.");
    }

    void settings(Connection connection, String what) {
        troubles.tell(
                SETTINGS,
                connection,
                "Connection " + connection.id() + " can't be fetched from: " + what
                        + ". Mend it in the connection's settings; it goes on by itself.");
    }

    /** @param left files that lie there and can't be taken */
    void worked(Connection connection, int left, boolean unmarkable, int largest) {
        troubles.heal(UNREACHABLE, connection);
        troubles.heal(HOST_KEY, connection);
        troubles.heal(SETTINGS, connection);
        if (left > 0) {
            troubles.tell(
                    FILES_LEFT,
                    connection,
                    left + " file(s) on the server of connection " + connection.id()
                            + " are empty or larger than " + largest / 1024
                            + " kB and are left there. Ask the provider to look at them.");
        } else {
            troubles.heal(FILES_LEFT, connection);
        }
        if (unmarkable) {
            troubles.tell(
                    UNMARKABLE,
                    connection,
                    "The server of connection " + connection.id()
                            + " does not let us move or mark what was fetched. Each file was fetched once and is remembered here. Ask the provider for the right, or set after to remember in the connection's settings.");
        }
    }
}
