package org.caseward.intake.sftp.fetch;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import org.caseward.intake.Connection;

/**
 * How one provider's server is fetched from, as the connection's settings say.
 *
 * @param path the folder there; from the login's own where it does not begin with a slash
 * @param pattern which names are ours to take, as a shell would match them
 * @param hostKey what the server must show; see {@link HostKeyPin}
 * @param ready how a file is known to be whole
 * @param after what is left behind when it has its receipt
 * @param done the folder below {@code path} that files are moved to
 * @param every how long between two looks
 */
record FetchSettings(
        String host,
        int port,
        String user,
        String path,
        PathMatcher pattern,
        HostKeyPin hostKey,
        Ready ready,
        After after,
        String done,
        Duration every) {
    private static final int SSH = 22;
    private static final int PORTS = 65_535;
    private static final int EVERY_SECONDS = 60;

    /** When a file may be read. */
    enum Ready {
        /** Its size and time were the same at two looks. */
        STABLE,
        /** The sender writes under a temporary name and renames: its name says it is whole. */
        RENAMED
    }

    /** What is done there after the receipt. */
    enum After {
        MOVE,
        /** An empty file {@code NAME.done} beside it. */
        MARKER,
        /** Nothing: we remember it here. For servers where we may only read. */
        REMEMBER
    }

    /** @throws IllegalArgumentException in words for who set it up */
    static FetchSettings of(Connection connection) {
        return new FetchSettings(
                required(connection, "host"),
                number(connection, "port", SSH, PORTS),
                required(connection, "user"),
                connection.setting("path").orElse("."),
                pattern(connection.setting("pattern").orElse("*")),
                HostKeyPin.parse(required(connection, "hostKey")),
                word(connection, "ready", Ready.STABLE),
                word(connection, "after", After.MOVE),
                folder(connection.setting("done").orElse("done")),
                Duration.ofSeconds(number(connection, "everySeconds", EVERY_SECONDS, Integer.MAX_VALUE)));
    }

    /** By what the provider is looked up among the connection's senders. */
    String sender() {
        return user + "@" + host;
    }

    boolean wants(String name) {
        return pattern.matches(Path.of(name));
    }

    private static String required(Connection connection, String name) {
        return connection
                .setting(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("its setting " + name + " is missing"));
    }

    private static int number(Connection connection, String name, int otherwise, int most) {
        String text = connection.setting(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("its setting " + name + " is no number that can be used");
        }
        return Integer.parseInt(text);
    }

    private static PathMatcher pattern(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("its setting pattern is no pattern such as *.hl7", e);
        }
    }

    private static String folder(String name) {
        if (name.isBlank() || name.contains("/") || name.startsWith(".")) {
            throw new IllegalArgumentException("its setting done must be a plain folder name such as done");
        }
        return name;
    }

    private static <E extends Enum<E>> E word(Connection connection, String name, E otherwise) {
        String word = connection.setting(name).orElse(otherwise.name());
        for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
            if (each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("its setting " + name + " must be one of "
                + java.util.Arrays.toString(otherwise.getDeclaringClass().getEnumConstants())
                        .toLowerCase(java.util.Locale.ROOT));
    }
}
