package org.caseward.matching.scoring;

import java.util.Locale;

/** Administrative sex as compared: only {@code M} and {@code F} can agree or disagree. */
final class Sex {
    private Sex() {}

    static String plain(String text) {
        String letter = text.strip().toUpperCase(Locale.ROOT);
        return letter.startsWith("M") || letter.startsWith("F") ? letter.substring(0, 1) : "";
    }
}
