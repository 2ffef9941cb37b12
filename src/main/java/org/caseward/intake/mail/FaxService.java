package org.caseward.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one service writes the e-mails by which it hands over faxes: data, so that a new service is a few lines of configuration.
 *
 * @param from the addresses it sends from
 * @param line the number called, where all its faxes come in on one and it does not say so
 */
record FaxService(
        String name,
        List<String> from,
        @Nullable Spot caller,
        @Nullable Spot called,
        @Nullable Spot id,
        @Nullable Spot pages,
        @Nullable String line) {
    FaxService {
        from = from.stream().map(address -> address.toLowerCase(Locale.ROOT)).toList();
    }

    /** The parts of a message in which a service tells of a fax. */
    enum Place {
        SUBJECT,
        BODY,
        FILENAME
    }

    /** @param pattern its first group is what is wanted */
    record Spot(Place in, Pattern pattern) {
        /** A service's words are short: a pattern is never let loose on more. */
        private static final int LOOKED_AT = 4_000;

        Optional<String> find(Told told) {
            String text = switch (in) {
                case SUBJECT -> told.subject();
                case BODY -> told.body();
                case FILENAME -> told.fileName();
            };
            Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), LOOKED_AT)));
            return matcher.find() && matcher.groupCount() > 0
                    ? Optional.ofNullable(matcher.group(1)).map(String::strip)
                    : Optional.empty();
        }
    }

    /** What a message says of its fax. */
    record Told(String subject, String body, String fileName) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    boolean sends(String address) {
        return from.contains(address);
    }

    static Optional<String> find(@Nullable Spot spot, Told told) {
        return Optional.ofNullable(spot).flatMap(known -> known.find(told));
    }
}
