package org.caseward.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A document to be read: a frame of what is asked, then a frame of the document's bytes.
 *
 * @param mediaType as declared; the bytes' own signature wins
 * @param marks only the marks between the reports of a batch are looked for
 * @param pages wanted, from 1; empty means all
 * @param maxPages more wanted pages than this are refused
 * @param maxPixels of one page as stored in an image file
 */
record Request(String mediaType, boolean marks, List<Integer> pages, int maxPages, long maxPixels, byte[] content) {
    private static final int MOST_ASKED = 1 << 20;

    Request {
        pages = List.copyOf(pages);
    }

    boolean wants(int page) {
        return pages.isEmpty() || pages.contains(page);
    }

    void write(DataOutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream asked = new DataOutputStream(bytes);
        asked.writeUTF(mediaType);
        asked.writeBoolean(marks);
        asked.writeInt(maxPages);
        asked.writeLong(maxPixels);
        asked.writeInt(pages.size());
        for (int page : pages) {
            asked.writeInt(page);
        }
        Frames.write(out, bytes.toByteArray());
        Frames.write(out, content);
    }

    static Request read(DataInputStream in) throws IOException {
        DataInputStream asked = new DataInputStream(new ByteArrayInputStream(Frames.read(in, MOST_ASKED)));
        String mediaType = asked.readUTF();
        boolean marks = asked.readBoolean();
        int maxPages = asked.readInt();
        long maxPixels = asked.readLong();
        List<Integer> pages = new ArrayList<>();
        for (int left = asked.readInt(); left > 0; left--) {
            pages.add(asked.readInt());
        }
        return new Request(mediaType, marks, pages, maxPages, maxPixels, Frames.read(in, Integer.MAX_VALUE - 8));
    }

    @Override
    public String toString() {
        return "Request[" + mediaType + "]";
    }
}
