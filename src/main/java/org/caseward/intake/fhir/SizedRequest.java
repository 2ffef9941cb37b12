package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request whose body has a greatest size, as sent and as unpacked: a small gzip of many zeros is a large body. */
final class SizedRequest extends HttpServletRequestWrapper {
    private static final String ENCODING = "Content-Encoding";
    private final long largest;

    SizedRequest(HttpServletRequest request, long largest) {
        super(request);
        this.largest = largest;
    }

    /** It is unpacked here, under the limit, so nobody behind unpacks it again. */
    @Override
    public @Nullable String getHeader(String name) {
        return ENCODING.equalsIgnoreCase(name) && packed() ? null : super.getHeader(name);
    }

    private boolean packed() {
        return "gzip".equalsIgnoreCase(super.getHeader(ENCODING));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (getContentLengthLong() > largest) {
            throw tooLarge();
        }
        InputStream sent = new Limited(super.getInputStream());
        return new Body(packed() ? new Limited(new GZIPInputStream(sent)) : sent);
    }

    private PayloadTooLargeException tooLarge() {
        return new PayloadTooLargeException("The body is larger than " + largest / 1024
                + " kB, the most that is taken at once, so nothing was kept. Send its documents in several requests.");
    }

    private final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int more) {
            read += Math.max(more, 0);
            if (read > largest) {
                throw tooLarge();
            }
        }
    }

    private static final class Body extends ServletInputStream {
        private final InputStream in;

        Body(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is read while the request waits");
        }
    }
}
