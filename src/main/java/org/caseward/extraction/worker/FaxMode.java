package org.caseward.extraction.worker;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.caseward.extraction.worker.PageImage.Pile;

/**
 * How a page was scanned, and what that asks for before its letters can be read. Fax pixels are not square: 204 x 98 dots per inch in standard mode, 204 x 196 in fine mode (ITU-T T.4, in inches).
 *
 * <p>Scaled pages stay grey: making them black and white again before reading cost a sixth more wrong letters on typed test pages of 9 and 11 points; and in standard mode specks go before scaling, not after, which nearly halved them.
 */
enum FaxMode {
    /** Half the rows are missing: smooth between them. */
    STANDARD {
        @Override
        PageImage prepare(PageImage received, Pile pile) {
            PageImage scaled = despeckled(received, 1, pile).scaledTo(readAt(received), pile);
            return new PageImage(pile.keep(pixBlockconvGray(scaled.pix(), null, 1, 1)), scaled.dpiX(), scaled.dpiY());
        }
    },
    /** Enough dots, but the line leaves speckles. */
    FINE {
        @Override
        PageImage prepare(PageImage received, Pile pile) {
            return despeckled(received, 2, pile).scaledTo(readAt(received), pile);
        }
    },
    /** Not from a fax machine: square or nearly so, black and white or grey. */
    SCAN {
        @Override
        PageImage prepare(PageImage received, Pile pile) {
            boolean dense = received.dpiX() >= 250 && received.dpiX() <= 400 && received.dpiX() == received.dpiY();
            PageImage clean = despeckled(received, 2, pile);
            return dense ? clean : clean.scaledTo(readAt(received), pile);
        }
    };

    /** Dots per inch at which Tesseract reads best. */
    private static final double READ_AT = 300;
    /** A page is not blown up beyond this to reach them. */
    private static final double MOST_PIXELS = 30_000_000;

    private static final double FAX_DPI = 204;

    /** The page as letters are read from it: square pixels, little noise. */
    abstract PageImage prepare(PageImage received, Pile pile);

    static FaxMode of(PageImage page) {
        if (page.dpiY() < 0.7 * page.dpiX()) {
            return STANDARD;
        }
        boolean fax = page.blackAndWhite() && page.dpiX() > 190 && page.dpiX() < 220;
        return fax ? FINE : SCAN;
    }

    /** The page as a person looks at it: square pixels, nothing removed. */
    static PageImage view(PageImage received, Pile pile) {
        double dpi = Math.min(received.dpiX(), FAX_DPI);
        if (received.dpiX() == dpi && received.dpiY() == dpi) {
            return received;
        }
        PageImage square = received.scaledTo(dpi, pile);
        return received.blackAndWhite() ? square.threshold(150, pile) : square;
    }

    private static double readAt(PageImage page) {
        double squareInches = page.width() / page.dpiX() * (page.height() / page.dpiY());
        return Math.min(READ_AT, Math.sqrt(MOST_PIXELS / squareInches));
    }

    /** Without black specks of up to so many dots across; grey pages have none that could be told from letters. */
    private static PageImage despeckled(PageImage page, int upTo, Pile pile) {
        if (!page.blackAndWhite()) {
            return page;
        }
        return new PageImage(
                pile.keep(pixSelectBySize(
                        page.pix(), upTo + 1, upTo + 1, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, (int[]) null)),
                page.dpiX(),
                page.dpiY());
    }
}
