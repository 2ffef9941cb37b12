package org.caseward.report;

/** A place on a page: left, top, width and height as fractions (0 to 1) of the page. */
public record Box(double x, double y, double w, double h) {
    /** The smallest box around both. */
    public Box around(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        double right = Math.max(x + w, other.x + other.w);
        double bottom = Math.max(y + h, other.y + other.h);
        return new Box(left, top, right - left, bottom - top);
    }
}
