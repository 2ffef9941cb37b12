package org.caseward.extraction.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What hub and worker say to each other: four bytes of length (big-endian), then that many bytes. */
final class Frames {
    private Frames() {}

    static void write(DataOutputStream out, byte[] payload) throws IOException {
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /**
     * @param most bytes a frame may have
     * @throws Oversize where the other side announces more
     * @throws java.io.EOFException where the other side has gone
     */
    static byte[] read(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new Oversize();
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return payload;
    }

    /** A frame larger than allowed. */
    static final class Oversize extends IOException {
        private static final long serialVersionUID = 1L;

        Oversize() {
            super("a frame larger than allowed");
        }
    }
}
