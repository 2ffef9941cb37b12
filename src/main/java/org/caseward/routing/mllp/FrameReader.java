package org.caseward.routing.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes MLLP frames (VT content FS CR) out of a stream. Between frames only line ends may come. An FS ends the frame where a CR, a new VT, the end of the stream or nothing
 * at all follows; before any other byte it belongs to the content.
 */
final class FrameReader {
    private static final int START = 0x0b;
    private static final int END = 0x1c;
    private static final byte[] LONE_END = {END};
    private static final int SMALLEST = 4 * 1024;
    private static final byte[][] HEADERS = {{'M', 'S', 'H'}, {'F', 'H', 'S'}, {'B', 'H', 'S'}};

    /** Reads what comes soon, where no more need come. */
    interface Soon {
        /** @throws SocketTimeoutException where nothing came for a while */
        int read(byte[] into) throws IOException;
    }

    private final InputStream stream;
    private final Soon soon;
    private final long largest;
    private final LongConsumer progress;
    private final byte[] buffer = new byte[16 * 1024];
    private int at;
    private int filled;
    private byte[] content = new byte[0];
    private int size;

    /** @param progress told the bytes of the frame so far whenever some came */
    FrameReader(InputStream stream, Soon soon, long largest, LongConsumer progress) {
        this.stream = stream;
        this.soon = soon;
        this.largest = largest;
        this.progress = progress;
    }

    /** @return the content of the next frame, or null where the other side has ended between frames */
    byte @Nullable [] next() throws IOException {
        if (!begun()) {
            return null;
        }
        content = new byte[SMALLEST];
        size = 0;
        progress.accept(0);
        while (!collected()) {
            if (at == filled && !fill()) {
                throw new BrokenFrame("cut", "The connection ended inside a frame");
            }
            progress.accept(size);
        }
        byte[] frame = Arrays.copyOf(content, size);
        content = new byte[0];
        return whole(frame);
    }

    private boolean begun() throws IOException {
        while (true) {
            while (at < filled) {
                byte b = buffer[at++];
                if (b == START) {
                    return true;
                }
                if (b != '\r' && b != '\n') {
                    throw new BrokenFrame("unframed", "Bytes came outside a frame");
                }
            }
            if (!fill()) {
                return false;
            }
        }
    }

    /** Moves what the buffer holds to the content; true at the frame's end. */
    private boolean collected() throws IOException {
        int end = at;
        while (end < filled && buffer[end] != END) {
            end++;
        }
        append(buffer, at, end - at);
        at = end;
        if (at == filled) {
            return false;
        }
        at++;
        if (ended()) {
            return true;
        }
        append(LONE_END, 0, 1);
        return false;
    }

    /** After an FS: is the frame over? */
    private boolean ended() throws IOException {
        if (at == filled && !fillSoon()) {
            return true;
        }
        if (buffer[at] == '\r' || buffer[at] == '\n') {
            at++;
            return true;
        }
        return buffer[at] == START;
    }

    private boolean fillSoon() throws IOException {
        try {
            filled = Math.max(soon.read(buffer), 0);
        } catch (SocketTimeoutException none) {
            filled = 0;
        }
        at = 0;
        return filled > 0;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(stream.read(buffer), 0);
        return filled > 0;
    }

    private void append(byte[] bytes, int from, int length) throws IOException {
        if ((long) size + length > largest) {
            throw new BrokenFrame("too-large", "A frame was larger than " + largest + " bytes");
        }
        if (size + length > content.length) {
            content = Arrays.copyOf(content, Math.max(size + length, (int) Math.min(2L * content.length, largest)));
        }
        System.arraycopy(bytes, from, content, size, length);
        size += length;
    }

    /** Where a sender broke off and began anew on the same connection, two people's halves must not become one message. */
    private static byte[] whole(byte[] frame) throws BrokenFrame {
        for (int i = 0; i + 3 < frame.length; i++) {
            if (frame[i] == START && headerAt(frame, i + 1)) {
                throw new BrokenFrame("restarted", "A new frame began inside another");
            }
        }
        return frame;
    }

    private static boolean headerAt(byte[] frame, int from) {
        return Arrays.stream(HEADERS).anyMatch(header -> Arrays.equals(frame, from, from + 3, header, 0, 3));
    }
}
