package org.caseward.bench.intake;

import java.nio.charset.StandardCharsets;

/** The pages of a small fax or scan, 20 kB, each its own; nothing reads them here. */
final class Pages {
    private static final int SIZE = 20_000;

    private Pages() {}

    static byte[] tiff(String id) {
        return beginning("II*\0" + id);
    }

    static byte[] pdf(String id) {
        return beginning("%PDF-1.7\n%" + id + "\n");
    }

    private static byte[] beginning(String mark) {
        byte[] pages = new byte[SIZE];
        byte[] start = mark.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, pages, 0, start.length);
        return pages;
    }
}
