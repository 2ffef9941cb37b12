package org.caseward.intake.portal;

import java.util.List;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.report.Channel;
import org.caseward.security.ProviderLogin;
import org.caseward.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which of the directory's portal connections somebody may hand in, and for which provider. */
@Component
class PortalConnections {
    private final Connections connections;
    private final JdbcClient jdbc;

    PortalConnections(Connections connections, JdbcClient jdbc) {
        this.connections = connections;
        this.jdbc = jdbc;
    }

    /** A provider of the directory. */
    record Provider(String id, String name) {}

    /** @throws NotTaken where the connection is closed or the provider may no longer send by it */
    HandOver of(ProviderLogin login) {
        Connection connection = all().stream()
                .filter(open -> open.id().equals(login.connection()))
                .filter(open -> login.provider()
                        .map(provider -> open.senders().containsValue(provider))
                        .orElse(true))
                .findFirst()
                .orElseThrow(
                        () -> new NotTaken(
                                HttpStatus.FORBIDDEN,
                                "The agency does not take your reports by the portal any more, so nothing was kept. Ask its IT by which way to send."));
        String keyedBy = login.provider().orElse(login.name());
        return new HandOver(login.name(), login.provider(), connection, login.invitation(), keyedBy);
    }

    /** Those all of whose programs this person works in: what comes by one is never another program's. */
    List<Connection> of(Staff staff) {
        return all().stream()
                .filter(open -> staff.programs().containsAll(open.programs()))
                .toList();
    }

    List<String> ids(Staff staff) {
        return of(staff).stream().map(Connection::id).toList();
    }

    /** @throws NotTaken where it is none of this person's */
    Connection of(Staff staff, String id) {
        return of(staff).stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> NotTaken.invalid(
                                "That is none of the places you may hand in for. Nothing was kept. Choose one of the list, or ask your supervisor."));
    }

    private List<Connection> all() {
        return connections.all(Channel.PORTAL);
    }

    List<Provider> providers() {
        return jdbc.sql("select id, name from hub.provider order by name")
                .query(Provider.class)
                .list();
    }

    Optional<String> providerName(String id) {
        return jdbc.sql("select name from hub.provider where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** From now on the provider is one whose reports come by this connection. */
    void know(Connection connection, String provider) {
        if (connection.provider(provider).isPresent()) {
            return;
        }
        if (providerName(provider).isEmpty()) {
            throw NotTaken.invalid(
                    "That provider is not in the directory. Nothing was kept. Choose one of the list, or \"not known\".");
        }
        jdbc.sql("insert into hub.sender (connection, key, provider) values (?, ?, ?) on conflict do nothing")
                .params(connection.id(), provider, provider)
                .update();
        connections.refresh();
    }
}
