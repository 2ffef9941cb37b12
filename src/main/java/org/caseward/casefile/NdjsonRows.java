package org.caseward.casefile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lines of an NDJSON feed, one at a time; blank lines are passed over but counted, so that a row number is a line number. */
final class NdjsonRows implements Iterator<FeedRow> {
    /** A case is 1 to 3 kB; a longer line is no case and must not fill the heap. */
    static final int LONGEST_LINE = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    private long number;
    private boolean tooLong;
    private boolean ended;

    NdjsonRows(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    @Override
    public boolean hasNext() {
        while (blank() && !ended) {
            readLine();
        }
        return !blank();
    }

    @Override
    public FeedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        FeedRow row = row();
        line.reset();
        tooLong = false;
        return row;
    }

    private FeedRow row() {
        if (tooLong) {
            return new FeedRow.Broken(number, "the line is longer than " + LONGEST_LINE / 1024 + " kB");
        }
        try {
            return JSON.readTree(bytes()) instanceof ObjectNode object
                    ? new FeedRow.Content(number, object)
                    : new FeedRow.Broken(number, "the line is no JSON object");
        } catch (JacksonException e) {
            var at = e.getLocation();
            return new FeedRow.Broken(
                    number, "the line is no JSON object" + (at == null ? "" : " (at column " + at.getColumnNr() + ")"));
        }
    }

    private byte[] bytes() {
        byte[] bytes = line.toByteArray();
        boolean marked = number == 1 && java.util.Arrays.mismatch(bytes, BOM) == BOM.length;
        return marked ? java.util.Arrays.copyOfRange(bytes, BOM.length, bytes.length) : bytes;
    }

    private boolean blank() {
        return line.size() == 0 && !tooLong;
    }

    private void readLine() {
        number++;
        try {
            int c = in.read();
            while (c >= 0 && c != '\n') {
                keep(c);
                c = in.read();
            }
            ended = c < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The feed broke off at line " + number, e);
        }
    }

    private void keep(int c) {
        if (line.size() >= LONGEST_LINE) {
            tooLong = true;
        } else if (c != '\r' && !(line.size() == 0 && (c == ' ' || c == '\t'))) {
            line.write(c);
        }
    }
}
