package org.caseward.intake;

/** What a channel tells its sender. */
public sealed interface Answer {
    /** It is durable; the sender may forget it. */
    record Accepted(String receiptNumber) implements Answer {}

    /** It is not wanted so, and why; sending the same again would not help. */
    record Refused(String reason) implements Answer {}

    /** Nothing was promised: the sender keeps it and tries again (AE, 503, the file stays, the mail stays). */
    record SendAgain() implements Answer {}
}
