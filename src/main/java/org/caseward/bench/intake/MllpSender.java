package org.caseward.bench.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** MLLP on a connection that stays open. */
record MllpSender(String channel, Connect connect) implements IntakeSender {
    /** Makes a connection, plain or by TLS. */
    interface Connect {
        Socket open() throws IOException;
    }

    private static final int START = 0x0b;
    private static final int END = 0x1c;
    private static final int PATIENCE_MILLIS = 60_000;

    @Override
    public Line open(int number) throws IOException {
        Socket socket = connect.open();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        return new Line() {
            @Override
            public void send(String id) throws IOException {
                socket.getOutputStream().write(framed(Messages.oru(id)));
                socket.getOutputStream().flush();
                if (!answer(in).contains("\rMSA|AA|" + id)) {
                    throw new IOException("A message was not accepted");
                }
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private static byte[] framed(byte[] message) {
        byte[] frame = new byte[message.length + 3];
        frame[0] = START;
        System.arraycopy(message, 0, frame, 1, message.length);
        frame[frame.length - 2] = END;
        frame[frame.length - 1] = '\r';
        return frame;
    }

    private static String answer(InputStream in) throws IOException {
        byte[] answer = new byte[1024];
        int size = 0;
        for (int b = in.read(); b != END; b = in.read()) {
            if (b < 0 || size == answer.length) {
                throw new IOException("The connection ended without an answer");
            }
            answer[size++] = (byte) b;
        }
        in.skipNBytes(1);
        return new String(answer, 0, size, StandardCharsets.ISO_8859_1);
    }
}
