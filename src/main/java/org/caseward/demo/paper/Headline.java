package org.caseward.demo.paper;

/** The line that the sending machine prints along the top of every page. */
final class Headline {
    private Headline() {}

    static byte[] pdf(String words) {
        try (Sheet sheet = new Sheet()) {
            if (!words.isBlank()) {
                sheet.text(30, 16, 9, words);
            }
            return sheet.pdf();
        }
    }
}
