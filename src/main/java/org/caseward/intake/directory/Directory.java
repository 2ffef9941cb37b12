package org.caseward.intake.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.caseward.intake.Connections;
import org.caseward.intake.Credential;
import org.caseward.report.AuditedAct;
import org.caseward.security.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the directory for an engineer: what counts, counts within seconds on every node, without a restart. A connection is changed by an engineer of all its programs,
 * because whoever changes who may send for a program decides what its coordinators get to see.
 */
@Component
public class Directory {
    private final DirectoryTable table;
    private final Connections connections;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Directory(
            DirectoryTable table,
            Connections connections,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.connections = connections;
        this.transaction = transaction;
        this.events = events;
    }

    List<ProviderEntry> providers() {
        return table.providers();
    }

    List<ConnectionEntry> connections(Staff who) {
        return table.connections(who.programs());
    }

    Optional<ConnectionEntry> connection(Staff who, String id) {
        return connections(who).stream().filter(c -> c.id().equals(id)).findFirst();
    }

    Change put(Staff who, ProviderEntry provider) {
        return provider.objection()
                .<Change>map(Change.Refused::new)
                .orElseGet(() -> done(who, "provider-put", provider.id(), "", () -> {
                    table.put(provider);
                    return "Provider " + provider.id() + " stands in the directory.";
                }));
    }

    Change put(Staff who, ConnectionRequest asked) {
        return asked.objection()
                .or(() -> refusal(who, asked))
                .<Change>map(Change.Refused::new)
                .orElseGet(() ->
                        done(who, "connection-put", asked.id(), asked.enabled() ? "in use" : "out of use", () -> {
                            table.put(asked);
                            return "Connection " + asked.id()
                                    + (asked.enabled()
                                            ? " is in use."
                                            : " is out of use: what comes in by it is refused.");
                        }));
    }

    private Optional<String> refusal(Staff who, ConnectionRequest asked) {
        List<String> before = table.programs(asked.id()).orElse(List.of());
        if (!who.programs().containsAll(asked.programs()) || !who.programs().containsAll(before)) {
            return Optional.of(
                    "A connection is changed by an integration engineer of all programs that it serves. Ask for that role, or ask one who has it.");
        }
        if (table.known(asked.programs()).size()
                != asked.programs().stream().distinct().count()) {
            return Optional.of("One of these programs does not exist.");
        }
        if (table.channel(asked.id())
                .filter(now -> !now.equals(asked.channel()))
                .isPresent()) {
            return Optional.of(
                    "A connection keeps its channel: what came by it stays known by it. Make another connection, and take this one out of use.");
        }
        return table.holder(asked.channel(), asked.address(), asked.id())
                .map(other -> "Connection " + other + " has this address on this channel already. Change that one.");
    }

    /** Keeps the password or private key by which the other side is reached. */
    Change keepSecret(Staff who, String connection, String secret) {
        return mine(who, connection)
                .orElseGet(() -> secret.isBlank()
                        ? new Change.Refused("Nothing was given, so the secret that was there stays.")
                        : done(who, "connection-secret-put", connection, "", () -> {
                            connections.keepSecret(connection, secret.strip().getBytes(StandardCharsets.UTF_8));
                            return "The secret of " + connection + " was kept, sealed. It is not shown again.";
                        }));
    }

    Change putSender(Staff who, String connection, String key, String provider) {
        return mine(who, connection)
                .or(() -> unknownProvider(provider))
                .orElseGet(() -> key.isBlank()
                        ? new Change.Refused(
                                "A sender needs what its channel shows of it: MSH-3|MSH-4, a client id, an address, a number or a user name.")
                        : done(who, "sender-put", connection, "for " + provider, () -> {
                            table.putSender(connection, key.strip(), provider);
                            return "This sender is " + provider + " on " + connection
                                    + " from now on. What waits in quarantine for it can be replayed.";
                        }));
    }

    Change removeSender(Staff who, String connection, String key) {
        return mine(who, connection)
                .orElseGet(() -> done(
                        who,
                        "sender-removed",
                        connection,
                        "",
                        () -> table.removeSender(connection, key)
                                ? "The sender is not known on " + connection
                                        + " any more: what it sends is refused and kept in quarantine."
                                : "There was no such sender, so nothing changed."));
    }

    Change addCredential(Staff who, String connection, Credential.Kind kind, String provider, String pasted) {
        return mine(who, connection).or(() -> unknownProvider(provider)).orElseGet(() -> switch (CredentialReader.read(
                kind, pasted)) {
            case CredentialReader.Bad bad -> new Change.Refused(bad.why());
            case CredentialReader.Good good ->
                done(
                        who,
                        "credential-added",
                        connection,
                        kind.code() + " for " + provider,
                        () -> table.add(connection, kind, provider, good, who.name())
                                ? "The " + kind.code() + " counts for " + provider + " on " + connection + "."
                                : "It stands there already, so nothing changed.");
        });
    }

    Change withdraw(Staff who, String connection, UUID credential) {
        return mine(who, connection)
                .orElseGet(() -> done(
                        who,
                        "credential-withdrawn",
                        connection,
                        credential.toString(),
                        () -> table.withdraw(connection, credential)
                                ? "It counts no more. A connection that is open with it stays so until it ends."
                                : "There was no such credential in use, so nothing changed."));
    }

    private Optional<Change> mine(Staff who, String connection) {
        return table.programs(connection).filter(who.programs()::containsAll).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Change.Unknown(
                                "There is no such connection of which you may change all programs. The list of connections shows those there are."));
    }

    private Optional<Change> unknownProvider(String provider) {
        return table.hasProvider(provider)
                ? Optional.empty()
                : Optional.of(new Change.Refused("No provider has the id " + provider + ". Add the provider first."));
    }

    private Change done(Staff who, String act, String subject, String detail, Supplier<String> work) {
        String text = transaction.execute(status -> {
            String told = work.get();
            events.publishEvent(new AuditedAct(who.name(), act, subject, Optional.empty(), detail));
            return told;
        });
        connections.refresh();
        return new Change.Done(String.valueOf(text));
    }
}
