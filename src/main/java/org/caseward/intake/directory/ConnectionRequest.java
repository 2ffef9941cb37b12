package org.caseward.intake.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caseward.report.Channel;
import org.jspecify.annotations.Nullable;

/** A connection as somebody wants it to be. */
record ConnectionRequest(
        String id,
        String channel,
        String address,
        List<String> programs,
        boolean enabled,
        @Nullable Integer silentAfterMinutes,
        Map<String, String> settings) {
    private static final String PERSON_NUMBER = "[A-Za-z0-9_-]{1,20}(?:\\.[A-Za-z0-9_-]{1,20})?";
    private static final List<String> SECRETS = List.of("password", "secret", "token", "private", "passphrase");

    ConnectionRequest {
        programs = List.copyOf(programs);
        settings = Map.copyOf(settings);
    }

    Optional<String> objection() {
        if (!ProviderEntry.ID.matcher(id).matches()) {
            return Optional.of(
                    "A connection's id may hold small letters, digits, dots, hyphens and underscores, for example lab-mllp.");
        }
        if (Arrays.stream(Channel.values()).noneMatch(c -> c.code().equals(channel))) {
            return Optional.of("The channel is one of "
                    + String.join(
                            ", ",
                            Arrays.stream(Channel.values()).map(Channel::code).toList()) + ".");
        }
        if (address.isBlank()) {
            return Optional.of(
                    "A connection needs its address: the listener's name, the fax number called, the client id, the mailbox, drop or fetch:NAME.");
        }
        if (programs.isEmpty()) {
            return Optional.of("A connection serves at least one program: without one, nobody would see its reports.");
        }
        if (settings.containsKey("adtSource") != settings.containsKey("adtPerson")
                || !settings.getOrDefault("adtPerson", "EI.CITYHR").matches(PERSON_NUMBER)) {
            return Optional.of(
                    "An authoritative ADT source needs two settings: adtSource, a provider's id, and adtPerson, the type and assigner of the person's number, such as EI.CITYHR. Give both or neither.");
        }
        return settings.keySet().stream()
                .filter(ConnectionRequest::looksSecret)
                .findFirst()
                .map(
                        name -> "The setting \"" + name
                                + "\" looks like a secret, and settings are shown to every engineer. Give it as the connection's secret instead.");
    }

    private static boolean looksSecret(String setting) {
        String name = setting.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(name::contains);
    }
}
