package org.caseward.demo.senders;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.SocketFactory;

/** Sends HL7 v2 messages by MLLP, one connection a message, as many small systems do. */
public final class MllpClient {
    private static final int START = 0x0b;
    private static final int END = 0x1c;
    private static final int RETURN = 0x0d;
    private static final int CONNECT_MILLIS = 5_000;

    private final String host;
    private final int port;
    private final int answerMillis;
    private final SocketFactory sockets;

    /** @param answerMillis how long to wait for an acknowledgement */
    public MllpClient(String host, int port, int answerMillis) {
        this(host, port, answerMillis, SocketFactory.getDefault());
    }

    /** @param sockets may make connections with TLS, by which this is MLLPS */
    public MllpClient(String host, int port, int answerMillis, SocketFactory sockets) {
        this.sockets = sockets;
        this.host = host;
        this.port = port;
        this.answerMillis = answerMillis;
    }

    /** Sends one message in its frame and reads the acknowledgement. */
    public Answer send(byte[] message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 3);
        frame.write(START);
        frame.writeBytes(message);
        frame.write(END);
        frame.write(RETURN);
        return exchange(frame.toByteArray());
    }

    /** Sends bytes as they are, without a frame, and waits for what the receiver does about it. */
    public Answer sendUnframed(byte[] bytes) throws IOException {
        try {
            return exchange(bytes);
        } catch (SocketTimeoutException e) {
            return new Answer("open", "the connection stayed open without an answer");
        }
    }

    private Answer exchange(byte[] bytes) throws IOException {
        try (Socket socket = sockets.createSocket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(answerMillis);
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return answer(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == END) {
                    return acknowledgement(read.toString(StandardCharsets.UTF_8));
                }
                read.write(b);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // a reset is a harsher way of closing
            return new Answer("closed", "the connection was reset");
        }
        return new Answer("closed", "the connection was closed without an answer");
    }

    private static Answer acknowledgement(String text) {
        List<String> fields = text.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\r")))
                .filter(segment -> segment.startsWith("MSA|"))
                .findFirst()
                .map(segment -> List.of(segment.split("\\|", -1)))
                .orElse(List.of());
        return fields.size() < 2
                ? new Answer("unreadable", "the answer holds no MSA segment")
                : new Answer(fields.get(1), fields.size() > 3 ? fields.get(3) : "");
    }
}
