package org.caseward.intake.mail;

/**
 * A message that lies in a mailbox.
 *
 * @param mailbox the mailbox's address, by which its connection is known
 * @param raw as the server keeps it; where it is larger than is taken, its header only
 * @param whole false where {@code raw} is the header only
 */
public record Arrival(String mailbox, byte[] raw, boolean whole) {
    @Override
    public String toString() {
        return "Arrival[" + raw.length + " bytes]";
    }
}
