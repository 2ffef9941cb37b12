package org.caseward.normalisation.hl7;

import java.util.List;
import java.util.regex.Pattern;

/** HL7's FT formatting (chapter 2.7.6): line breaks become lines, the other commands go. */
public final class FormattedText {
    private static final Pattern BREAK = Pattern.compile("\\\\\\.(?:br|sp\\d*|ce)\\\\|\\\\X0[DA](?:0A)?\\\\|\\R|~");
    private static final Pattern COMMAND = Pattern.compile("\\\\(?:H|N|\\.[a-z]{2}[+-]?\\d*)\\\\");

    private FormattedText() {}

    public static List<String> lines(String text) {
        if (isPlain(text)) {
            return text.isBlank() ? List.of() : List.of(text);
        }
        return BREAK.splitAsStream(text)
                .map(line -> COMMAND.matcher(line).replaceAll(" "))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Without anything that could be a command or a break: most lines. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '~' || c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
