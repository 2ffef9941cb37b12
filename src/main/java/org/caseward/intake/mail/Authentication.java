package org.caseward.intake.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the agency's own mail server found about a sender's domain (RFC 8601). Only a field with that server's own name counts, and of those only the topmost: it must take away
 * what senders write there themselves.
 */
final class Authentication {
    private static final Pattern DMARC = Pattern.compile("(^|[;\\s])dmarc\\s*=\\s*pass\\b");

    private Authentication() {}

    /** @param server as the server calls itself in the field ({@code authserv-id}) */
    static boolean passed(Headers headers, String server) {
        String name = server.toLowerCase(Locale.ROOT);
        return headers.all("Authentication-Results").stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .filter(field -> field.split("[;\\s]", 2)[0].equals(name))
                .findFirst()
                .filter(field -> DMARC.matcher(field).find())
                .isPresent();
    }
}
