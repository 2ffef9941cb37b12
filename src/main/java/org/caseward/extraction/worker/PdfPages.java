package org.caseward.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.caseward.extraction.worker.PageImage.Pile;

/** Reads a PDF: by its text layer where it has one, else by drawing the page and reading the picture. */
final class PdfPages {
    private static final double VIEW_DPI = 200;
    private static final double READ_DPI = 300;
    /** A page whose text layer has fewer words is a picture. */
    private static final int FEWEST_WORDS = 5;
    /** A fax server's header line, stamped on a scan, has fewer words than this. */
    private static final int STAMPED_WORDS = 40;
    /** An image of this many pixels is a page, not a logo. */
    private static final long PAGE_SIZED = 700_000;
    /** Larger pages (plans, posters) are drawn at fewer dots per inch. */
    private static final double MOST_PIXELS = 24_000_000;

    private final Ocr ocr;

    PdfPages(Ocr ocr) {
        this.ocr = ocr;
    }

    int read(Request request, Consumer<Reply> out) throws Unreadable {
        try (PDDocument pdf = Loader.loadPDF(request.content())) {
            int pages = pdf.getNumberOfPages();
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            PageByPage.read(pages, request, (number, to) -> page(pdf, renderer, number, to), out);
            return pages;
        } catch (InvalidPasswordException locked) {
            throw new Unreadable(
                    "pdf-encrypted", "The PDF is locked with a password. Ask the sender to send it again without one.");
        } catch (IOException broken) {
            throw new Unreadable(
                    "pdf-unreadable", "The PDF is damaged and can't be opened. Ask the sender to send it again.");
        }
    }

    private void page(PDDocument pdf, PDFRenderer renderer, int number, Consumer<Reply> out) throws IOException {
        PDPage page = pdf.getPage(number - 1);
        PageText text = PageText.of(pdf, number);
        boolean scanned = text.words().size() < FEWEST_WORDS || text.words().size() < STAMPED_WORDS && hasScan(page);
        if (!scanned || !scanned(renderer, page, number, text, out)) {
            double dpi = dpi(page, VIEW_DPI);
            out.accept(layered(number, drawn(renderer, number, dpi), dpi, text));
        }
    }

    /** @return false where the few words of the text layer are still more than can be read from the picture */
    private boolean scanned(PDFRenderer renderer, PDPage page, int number, PageText text, Consumer<Reply> out)
            throws IOException {
        double dpi = dpi(page, READ_DPI);
        ScannedPage.Scan scan = new ScannedPage(ocr).read(number, drawn(renderer, number, dpi), dpi, dpi);
        if (!scan.readable() && !text.words().isEmpty()) {
            return false;
        }
        scan.giveTo(out);
        return true;
    }

    private static BufferedImage drawn(PDFRenderer renderer, int number, double dpi) throws IOException {
        return renderer.renderImageWithDPI(number - 1, (float) dpi, ImageType.RGB);
    }

    private static Reply layered(int number, BufferedImage drawn, double dpi, PageText text) {
        try (Pile pile = new Pile()) {
            PageImage view = PageImage.of(drawn, dpi, dpi, pile).turned(text.rotated(), pile);
            return new Reply.PageRead(
                    number, view.width(), view.height(), text.rotated(), "text-layer", view.png(), text.words());
        }
    }

    private static boolean hasScan(PDPage page) throws IOException {
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().isImageXObject(name)
                    && page.getResources().getXObject(name) instanceof PDImageXObject image
                    && (long) image.getWidth() * image.getHeight() >= PAGE_SIZED) {
                return true;
            }
        }
        return false;
    }

    private static double dpi(PDPage page, double wanted) {
        PDRectangle box = page.getCropBox();
        double squareInches = box.getWidth() / 72.0 * (box.getHeight() / 72.0);
        return Math.min(wanted, Math.sqrt(MOST_PIXELS / Math.max(squareInches, 1e-6)));
    }
}
