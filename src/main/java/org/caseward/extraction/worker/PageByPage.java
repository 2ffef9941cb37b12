package org.caseward.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.caseward.extraction.worker.PageImage.Pile;

/** Reads a document's wanted pages in turn. One that is damaged becomes an empty sheet with a note, so that the others are not lost with it. */
final class PageByPage {
    private static final int DPI = 50;

    private PageByPage() {}

    /** Reads one page, from 1. */
    @FunctionalInterface
    interface PageReader {
        void read(int number, Consumer<Reply> out) throws IOException, Unreadable;
    }

    /** @throws IOException where not one of the pages can be read */
    static void read(int pages, Request request, PageReader reader, Consumer<Reply> out)
            throws IOException, Unreadable {
        List<Integer> wanted =
                IntStream.rangeClosed(1, pages).filter(request::wants).boxed().toList();
        if (wanted.size() > request.maxPages()) {
            throw new Unreadable(
                    "too-many-pages",
                    "The document has " + pages + " pages, more than the " + request.maxPages()
                            + " that are read at once. Split it, or ask the sender to send it in parts.");
        }
        int damaged = 0;
        for (int number : wanted) {
            damaged += readable(number, reader, out) ? 0 : 1;
        }
        if (damaged > 0 && damaged == wanted.size()) {
            throw new IOException("no page can be read");
        }
    }

    private static boolean readable(int number, PageReader reader, Consumer<Reply> out) throws Unreadable {
        try {
            reader.read(number, out);
            return true;
        } catch (UncheckedIOException hubHasGone) {
            throw hubHasGone;
        } catch (IOException | RuntimeException damaged) {
            out.accept(emptySheet(number));
            out.accept(ScannedPage.unreadable(number));
            return false;
        }
    }

    private static Reply emptySheet(int number) {
        BufferedImage sheet = new BufferedImage((int) (8.5 * DPI), 11 * DPI, BufferedImage.TYPE_BYTE_BINARY);
        sheet.createGraphics().fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        try (Pile pile = new Pile()) {
            byte[] png = PageImage.of(sheet, DPI, DPI, pile).png();
            return new Reply.PageRead(number, sheet.getWidth(), sheet.getHeight(), 0, "ocr", png, List.of());
        }
    }
}
