package org.caseward;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseward.demo.DemoSetup;
import org.caseward.security.People;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.Role;
import org.caseward.setup.Secrets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the demo's programs, providers, connections, senders and accounts into the hub; a second time it changes nothing. */
final class DemoDirectory {
    private static final String API_CLIENT = "demo-api";

    private final DemoSetup setup;
    private final Secrets secrets;

    DemoDirectory(DemoSetup setup, Secrets secrets) {
        this.setup = setup;
        this.secrets = secrets;
    }

    List<DemoSetup.User> users() {
        return setup.users(name -> secrets.get("user." + name));
    }

    Map<String, String> apiClient() {
        return Map.of("clientId", API_CLIENT, "clientSecret", secrets.get("client." + API_CLIENT));
    }

    String portalPassword() {
        return secrets.get("portal." + DemoSetup.PORTAL_ACCOUNT);
    }

    void fill(ApplicationContext hub) {
        JdbcClient jdbc = hub.getBean(JdbcClient.class);
        setup.programs()
                .forEach(p -> jdbc.sql("insert into program (code, label) values (?, ?) on conflict do nothing")
                        .params(p.code(), p.label())
                        .update());
        setup.providers()
                .forEach(p -> jdbc.sql(
                                "insert into provider (id, name, npi, phone, fax) values (?, ?, ?, ?, ?) on conflict do nothing")
                        .params(p.id(), p.name(), p.npi(), p.phone(), p.fax())
                        .update());
        setup.connections().forEach(c -> connection(jdbc, c));
        setup.senders()
                .forEach(s -> jdbc.sql(
                                "insert into sender (connection, key, provider) values (?, ?, ?) on conflict do nothing")
                        .params(s.connection(), client(s.key()), s.provider())
                        .update());
        people(hub.getBean(People.class));
        ProviderAccounts accounts = hub.getBean(ProviderAccounts.class);
        accounts.open(DemoSetup.PORTAL_ACCOUNT, setup.portalProvider(), DemoSetup.PORTAL_CONNECTION);
        accounts.choosePassword(DemoSetup.PORTAL_ACCOUNT, portalPassword());
    }

    private static void connection(JdbcClient jdbc, DemoSetup.Connection connection) {
        jdbc.sql("""
                        insert into connection (id, channel, address, programs, silent_after) values (?, ?, ?, ?, make_interval(mins => ?))
                        on conflict do nothing
                        """)
                .params(
                        connection.id(),
                        connection.channel(),
                        client(connection.address()),
                        connection.programs().toArray(String[]::new),
                        connection.silentAfter())
                .update();
    }

    /** Until FHIR clients have keys of their own, the demo's one API client sends over FHIR too. */
    private static String client(String address) {
        return address.equals(DemoSetup.FHIR_CLIENT) ? API_CLIENT : address;
    }

    private void people(People people) {
        for (DemoSetup.User user : users()) {
            Map<String, Set<Role>> roles = new HashMap<>();
            user.programs().forEach(program -> roles.put(program, Set.of(Role.of(user.role()))));
            people.put(user.name(), user.password(), user.name(), roles);
        }
        Map<String, Set<Role>> all = new HashMap<>();
        setup.programs().forEach(program -> all.put(program.code(), EnumSet.allOf(Role.class)));
        people.putClient(API_CLIENT, secrets.get("client." + API_CLIENT), all);
    }
}
