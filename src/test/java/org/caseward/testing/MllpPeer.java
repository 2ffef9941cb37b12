package org.caseward.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sender over MLLP, as simple as they come. */
public final class MllpPeer implements AutoCloseable {
    private static final int START = 0x0b;
    private static final int END = 0x1c;

    private final Socket socket;

    public MllpPeer(int port) throws IOException {
        this(new Socket("127.0.0.1", port));
    }

    /** Over a connection that stands already, with TLS perhaps. */
    public MllpPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
    }

    /** Nothing more will be sent; answers may still come. */
    public void endSending() throws IOException {
        socket.shutdownOutput();
    }

    /** Sends one framed message and returns its acknowledgement, or an empty text where the connection was closed. */
    public String send(String message) throws IOException {
        sendRaw(framed(message.getBytes(StandardCharsets.UTF_8)));
        return read();
    }

    public static byte[] framed(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(message);
        frame.write(END);
        frame.write('\r');
        return frame.toByteArray();
    }

    public void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads one frame; empty where the other side closed. */
    public String read() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int previous = -1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (previous == END && b == '\r') {
                String text = answer.toString(StandardCharsets.UTF_8);
                return text.substring(1, text.length() - 1);
            }
            answer.write(b);
            previous = b;
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
