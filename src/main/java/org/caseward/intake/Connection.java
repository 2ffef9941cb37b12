package org.caseward.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.report.Channel;

/**
 * Who may send what for which programs.
 *
 * @param programs the programs it serves; the first one's key seals what comes in
 * @param senders provider id by what the channel shows of the sender
 * @param settings what the channel must know besides, nothing secret: host, port, folder, quota
 * @param credentials by what its providers are known, without those that were withdrawn
 */
public record Connection(
        String id,
        Channel channel,
        String address,
        List<String> programs,
        Map<String, String> senders,
        Map<String, String> settings,
        List<Credential> credentials) {
    public Connection {
        programs = List.copyOf(programs);
        senders = Map.copyOf(senders);
        settings = Map.copyOf(settings);
        credentials = List.copyOf(credentials);
    }

    public Connection(String id, Channel channel, String address, List<String> programs, Map<String, String> senders) {
        this(id, channel, address, programs, senders, Map.of(), List.of());
    }

    public Optional<String> provider(String sender) {
        return Optional.ofNullable(senders.get(sender));
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** The credentials of a kind that count now. */
    public Stream<Credential> credentials(Credential.Kind kind) {
        Instant now = Instant.now();
        return credentials.stream()
                .filter(credential -> credential.kind() == kind)
                .filter(credential -> credential.countsAt(now));
    }

    public String homeProgram() {
        return programs.getFirst();
    }
}
