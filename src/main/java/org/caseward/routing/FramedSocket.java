package org.caseward.routing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A connection that ends itself where the other side sends something that is no MLLP frame, or one that is too large. */
final class FramedSocket extends Socket {
    private static final int START = 0x0b;
    private static final int END = 0x1c;

    private final Socket client;
    private final long largestFrame;

    FramedSocket(Socket client, long largestFrame) {
        this.client = client;
        this.largestFrame = largestFrame;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Frames(client.getInputStream(), frame);
    }

    private final Frame frame = new Frame();

    /** Where the connection stands between frames; it outlives the streams that camel-mllp asks for again and again. */
    private final class Frame {
        private boolean inside;
        private long size;

        void check(int b) throws IOException {
            if (inside) {
                size++;
                inside = b != END;
                if (size > largestFrame) {
                    end("A frame was larger than " + largestFrame + " bytes");
                }
            } else if (b == START) {
                inside = true;
                size = 0;
            } else if (b != '\r' && b != '\n') {
                end("Bytes came outside a frame");
            }
        }

        private void end(String why) throws IOException {
            client.close();
            throw new SocketException(why);
        }
    }

    private static final class Frames extends FilterInputStream {
        private final Frame frame;

        Frames(InputStream in, Frame frame) {
            super(in);
            this.frame = frame;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                frame.check(b);
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            for (int i = 0; i < count; i++) {
                frame.check(bytes[offset + i]);
            }
            return count;
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return client.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    @Override
    public boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public boolean isClosed() {
        return client.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return client.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return client.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        client.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        client.shutdownOutput();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        client.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return client.getSoTimeout();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        client.setSoLinger(on, seconds);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        client.setKeepAlive(on);
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        client.setTcpNoDelay(on);
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        client.setReceiveBufferSize(size);
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        client.setSendBufferSize(size);
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return client.getLocalSocketAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return client.getRemoteSocketAddress();
    }

    @Override
    public int getLocalPort() {
        return client.getLocalPort();
    }

    @Override
    public int getPort() {
        return client.getPort();
    }
}
