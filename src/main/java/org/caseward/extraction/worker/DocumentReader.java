package org.caseward.extraction.worker;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads one document in the worker, whatever its kind. */
final class DocumentReader {
    private final Ocr ocr;

    DocumentReader(Ocr ocr) {
        this.ocr = ocr;
    }

    /**
     * @param out takes each page, and each note, as soon as it is there
     * @return how many pages the document has
     */
    int read(Request request, Consumer<Reply> out) throws Unreadable, IOException {
        if (request.marks()) {
            return new SheetFinder().read(request, out);
        }
        return switch (DocumentKind.of(request.content(), request.mediaType())) {
            case PDF -> new PdfPages(ocr).read(request, out);
            case TIFF -> new ImagePages(ocr, "tiff").read(request, out);
            case PNG -> new ImagePages(ocr, "png").read(request, out);
            case JPEG -> new ImagePages(ocr, "jpeg").read(request, out);
            case TEXT -> new TextPages().read(request, out);
            case OTHER ->
                throw new Unreadable(
                        "document-unsupported",
                        "This kind of document can't be read here. Ask the sender for a PDF, a TIFF or a picture (PNG, JPEG).");
        };
    }
}
