package org.caseward.report;

/** What a QR code or a Code 128 barcode on a scanned page says about where one report ends and the next begins. */
public enum SeparatorMark {
    /** The page is a sheet laid between two reports; it belongs to neither. */
    SHEET("CASEWARD-SEPARATOR"),
    /** A label on the first page of a report; the page belongs to it. */
    FIRST_PAGE("CASEWARD-FIRST-PAGE"),
    NONE("");

    private final String text;

    SeparatorMark(String text) {
        this.text = text;
    }

    /** What stands in the barcode. */
    public String text() {
        return text;
    }

    public static SeparatorMark of(String text) {
        return text.equals(SHEET.text) ? SHEET : text.equals(FIRST_PAGE.text) ? FIRST_PAGE : NONE;
    }
}
