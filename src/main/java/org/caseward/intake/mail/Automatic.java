package org.caseward.intake.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a machine sent from what a person did. */
final class Automatic {
    /** Stands in what this hub answers: it never takes its own words for a report. */
    static final String LOOP = "X-Caseward-Loop";

    /** A message that went through more servers goes in a circle (RFC 5321, 6.3 advises 100 at least for relays; no mailbox is that far away). */
    private static final int MOST_SERVERS = 60;

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply", "auto-reply");
    private static final Pattern ROBOT =
            Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.=_-].*)?@.*");

    private Automatic() {}

    static boolean isLoop(Headers headers) {
        return headers.first(LOOP).isPresent() || headers.all("Received").size() > MOST_SERVERS;
    }

    /** An answer by a machine (RFC 3834) or a report about a delivery: no report of ours unless it carries documents. */
    static boolean isReply(Entity message) {
        Headers headers = message.headers();
        String submitted = lower(headers, "Auto-Submitted");
        return submitted.startsWith("auto-replied")
                || submitted.startsWith("auto-notified")
                || message.type().is("multipart/report")
                || headers.first("Return-Path").filter("<>"::equals).isPresent()
                || headers.first("X-Autoreply").isPresent()
                || headers.first("X-Autorespond").isPresent()
                || lower(headers, "Precedence").startsWith("auto");
    }

    /** Whether an answer could start a loop, reach a list, or reach nobody. */
    static boolean mustNotBeAnswered(Entity message, String from) {
        Headers headers = message.headers();
        String submitted = lower(headers, "Auto-Submitted");
        return isReply(message)
                || isLoop(headers)
                || !(submitted.isEmpty() || submitted.startsWith("no"))
                || BULK.contains(lower(headers, "Precedence"))
                || headers.first("List-Id").isPresent()
                || headers.first("List-Unsubscribe").isPresent()
                || headers.first("X-Auto-Response-Suppress").isPresent()
                || ROBOT.matcher(from).matches();
    }

    private static String lower(Headers headers, String name) {
        return headers.first(name).orElse("").toLowerCase(Locale.ROOT);
    }
}
