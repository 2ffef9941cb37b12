package org.caseward.demo.samples;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.caseward.report.Channel;

/**
 * One delivery of the demo.
 *
 * @param id {@code M01}, {@code F01}, {@code X01} …
 * @param what one line for the table, without anything of a person
 * @param controlId as the hub will know it; empty where the delivery carries none
 * @param after the sample that has to be settled before this one is sent
 */
public record Sample(
        String id,
        Channel channel,
        String what,
        String controlId,
        Delivery delivery,
        Expected expected,
        Optional<String> after) {

    static Sample of(String id, Channel channel, String what, String controlId, Delivery delivery, Expected expected) {
        return new Sample(id, channel, what, controlId, delivery, expected, Optional.empty());
    }

    Sample after(Sample first) {
        return new Sample(id, channel, what, controlId, delivery, expected, Optional.of(first.id()));
    }

    /** The very same delivery again. */
    Sample again(String asId) {
        return new Sample(asId, channel, what + ", again", controlId, delivery, expected.again(), Optional.of(id));
    }

    /** Whether it arrives byte for byte: mail servers add lines of their own. */
    public boolean keepsItsBytes() {
        return channel != Channel.EMAIL;
    }

    /** Lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(delivery.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Sample[" + id + "]";
    }
}
