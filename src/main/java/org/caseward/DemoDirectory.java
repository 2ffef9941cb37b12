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
    private static final String API_CLIENT = DemoSetup.API_CLIENT;

    private final DemoSetup setup;
    private final Secrets secrets;
    private final DemoFhirKey fhirKey;

    DemoDirectory(DemoSetup setup, Secrets secrets, DemoFhirKey fhirKey) {
        this.setup = setup;
        this.secrets = secrets;
        this.fhirKey = fhirKey;
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
                        .params(s.connection(), s.key(), s.provider())
                        .update());
        setup.credentials()
                .forEach(c -> jdbc.sql("""
                        insert into credential (connection, provider, kind, value, added_by) values (?, ?, ?, ?, 'demo')
                        on conflict do nothing""")
                        .params(c.connection(), c.provider(), c.kind(), c.value())
                        .update());
        fhirKey(jdbc);
        people(hub.getBean(People.class));
        ProviderAccounts accounts = hub.getBean(ProviderAccounts.class);
        accounts.open(DemoSetup.PORTAL_ACCOUNT, setup.portalProvider(), DemoSetup.PORTAL_CONNECTION);
        accounts.choosePassword(DemoSetup.PORTAL_ACCOUNT, portalPassword());
    }

    /** The clinic's key on the SFTP server. */
    void sshKey(ApplicationContext hub, String publicKey) {
        hub.getBean(JdbcClient.class)
                .sql("""
                        insert into credential (connection, provider, kind, value, added_by) values (?, ?, 'ssh-key', ?, 'demo')
                        on conflict do nothing
                        """)
                .params(DemoSetup.SFTP_CONNECTION, DemoSetup.SFTP_USER, publicKey)
                .update();
    }

    private static void connection(JdbcClient jdbc, DemoSetup.Connection connection) {
        jdbc.sql("""
                        insert into connection (id, channel, address, programs, silent_after) values (?, ?, ?, ?, make_interval(mins => ?))
                        on conflict (id) do update set address = excluded.address
                        """)
                .params(
                        connection.id(),
                        connection.channel(),
                        connection.address(),
                        connection.programs().toArray(String[]::new),
                        connection.silentAfter())
                .update();
    }

    /** The clinic's key; one that was made anew replaces none, so that what was signed before is still believed. */
    private void fhirKey(JdbcClient jdbc) {
        setup.senders().stream()
                .filter(sender -> sender.key().equals(DemoSetup.FHIR_CLIENT))
                .forEach(sender -> jdbc.sql("""
                                insert into credential (connection, provider, kind, value, added_by)
                                values (?, ?, 'jwks', ?, 'demo') on conflict do nothing
                                """)
                        .params(sender.connection(), sender.provider(), fhirKey.keySet())
                        .update());
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
