package org.caseward.extraction.worker;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.caseward.extraction.worker.PageImage.Pile;

/** Finds how far a page stands from straight. */
final class Deskew {
    /** Below this angle (degrees) turning costs more sharpness than it gains. */
    private static final double WORTH_IT = 0.2;
    /** Leptonica's measure of how clear the angle is; 3 is its own default for turning a page. */
    private static final double SURE = 3;

    private Deskew() {}

    /** @return radians clockwise by which the page must be turned, 0 where it is straight or nothing can be said */
    static double angle(PageImage page, Pile pile) {
        float[] degrees = new float[1];
        float[] confidence = new float[1];
        int failed = pixFindSkew(page.threshold(150, pile).pix(), degrees, confidence);
        boolean turn = failed == 0 && Math.abs(degrees[0]) >= WORTH_IT && confidence[0] >= SURE;
        return turn ? Math.toRadians(degrees[0]) : 0;
    }
}
