package org.caseward.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.report.Channel;

/**
 * Who may send what for which programs.
 *
 * @param programs the programs it serves; the first one's key seals what comes in
 * @param senders provider id by what the channel shows of the sender
 */
public record Connection(
        String id, Channel channel, String address, List<String> programs, Map<String, String> senders) {
    public Connection {
        programs = List.copyOf(programs);
        senders = Map.copyOf(senders);
    }

    public Optional<String> provider(String sender) {
        return Optional.ofNullable(senders.get(sender));
    }

    public String homeProgram() {
        return programs.getFirst();
    }
}
