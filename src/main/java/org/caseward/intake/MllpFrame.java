package org.caseward.intake;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What came in one MLLP frame, who is at the other end of the line, and the way back.
 *
 * @param listener the listener's name, by which its connection is known
 * @param content the bytes between the frame's marks: a message, several, or a batch
 * @param certificate the client's, where the listener speaks TLS; its chain was checked already
 */
public record MllpFrame(String listener, byte[] content, Optional<X509Certificate> certificate, Answers answers) {
    /** The way back to the sender. */
    @FunctionalInterface
    public interface Answers {
        /**
         * @param acknowledgement without its frame
         * @throws IOException where the sender has gone
         */
        void send(byte[] acknowledgement) throws IOException;
    }

    @Override
    public String toString() {
        return "MllpFrame[" + listener + ", " + content.length + " bytes]";
    }
}
