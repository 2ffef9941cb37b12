package org.caseward.routing.mllp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.caseward.intake.MllpFrame;
import org.jspecify.annotations.Nullable;

/** One connection, from its handshake to its end. Whoever exceeds {@link #deadline} is closed from outside: a thread that waits for a socket can't look at a clock. */
final class Session implements Runnable {
    private static final int START = 0x0b;
    private static final int END = 0x1c;
    private static final int SOON_MILLIS = 2_000;

    private final Listener listener;
    private final Socket client;
    private volatile long deadline;
    private volatile boolean handling;
    private volatile boolean last;
    private final int version;

    Session(Listener listener, Socket client) {
        this.listener = listener;
        this.client = client;
        ServerTls tls = listener.tls();
        version = tls == null ? 0 : tls.version();
        within(listener.limits().hello());
    }

    Socket client() {
        return client;
    }

    @Override
    public void run() {
        try {
            client.setTcpNoDelay(true);
            client.setKeepAlive(true);
            serve();
        } catch (BrokenFrame broken) {
            listener.tell(
                    broken.kind(), broken.getMessage() + "; the connection was closed. Ask the sender's IT to look.");
        } catch (IOException gone) {
            // the other side went, or was too slow: what had no answer it sends again
        } finally {
            close();
            listener.ended(this);
        }
    }

    private void serve() throws IOException {
        ServerTls tls = listener.tls();
        if (tls == null) {
            frames(client, Optional.empty());
        } else {
            SSLSocket secure = handshake(tls.over(client));
            frames(secure, peer(secure));
            secure.close();
        }
    }

    private static SSLSocket handshake(SSLSocket secure) throws IOException {
        try {
            secure.startHandshake();
            return secure;
        } catch (SSLException refused) {
            throw new BrokenFrame(
                    "tls-refused",
                    "A client showed no certificate that one of our authorities vouches for, or speaks only TLS that is no longer safe");
        }
    }

    /** Whether it came in by a certificate or an authority that has been changed since. */
    boolean outOfDate() {
        ServerTls tls = listener.tls();
        return tls != null && tls.version() != version;
    }

    private static Optional<X509Certificate> peer(SSLSocket secure) throws IOException {
        Certificate[] chain = secure.getSession().getPeerCertificates();
        return chain[0] instanceof X509Certificate certificate ? Optional.of(certificate) : Optional.empty();
    }

    private void frames(Socket socket, Optional<X509Certificate> certificate) throws IOException {
        within(listener.limits().hello());
        FrameReader reader = new FrameReader(
                socket.getInputStream(),
                into -> readSoon(socket, into),
                listener.limits().largestFrame(),
                new Pace());
        Answers answers = new Answers(socket.getOutputStream());
        for (byte[] frame = reader.next(); frame != null; frame = reader.next()) {
            deadline = Long.MAX_VALUE;
            handling = true;
            listener.handle(new MllpFrame(listener.name(), frame, certificate, answers));
            handling = false;
            if (last) {
                return;
            }
            within(listener.limits().idle());
        }
    }

    private static int readSoon(Socket socket, byte[] into) throws IOException {
        socket.setSoTimeout(SOON_MILLIS);
        try {
            return socket.getInputStream().read(into);
        } finally {
            socket.setSoTimeout(0);
        }
    }

    /** A frame has its time from its first byte, and a little more for each that came. */
    private final class Pace implements java.util.function.LongConsumer {
        private long began;

        @Override
        public void accept(long bytes) {
            long now = System.nanoTime();
            if (bytes == 0) {
                began = now;
            }
            deadline = began + listener.limits().patience(bytes).toNanos();
        }
    }

    private final class Answers implements MllpFrame.Answers {
        private final OutputStream out;

        Answers(OutputStream out) {
            this.out = out;
        }

        @Override
        public void send(byte[] acknowledgement) throws IOException {
            byte[] framed = new byte[acknowledgement.length + 3];
            framed[0] = START;
            System.arraycopy(acknowledgement, 0, framed, 1, acknowledgement.length);
            framed[framed.length - 2] = END;
            framed[framed.length - 1] = '\r';
            within(listener.limits().answer());
            out.write(framed);
            out.flush();
            deadline = Long.MAX_VALUE;
        }
    }

    private void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    boolean late(long now) {
        long until = deadline;
        return until != Long.MAX_VALUE && now - until > 0;
    }

    /** Ends the connection, after the answer where one is due. */
    void finish() {
        last = true;
        if (!handling) {
            close();
        }
    }

    /** The socket below TLS: closing it ends whatever its thread waits for. */
    void close() {
        try {
            client.close();
        } catch (IOException e) {
            // it is gone all the same
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
