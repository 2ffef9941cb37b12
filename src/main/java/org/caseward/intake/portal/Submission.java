package org.caseward.intake.portal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caseward.report.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * What is handed in together, and the words that come with it.
 *
 * @param cameOn the day it came by mail or over the counter
 * @param about a document type, {@code unknown} where nothing was chosen
 * @param words claim number and note; never logged
 */
record Submission(UUID id, Handed handed, Optional<LocalDate> cameOn, String about, Words words) {
    private static final Pattern CLAIM = Pattern.compile("[\\p{Alnum}][\\p{Alnum} ./#-]{1,39}");
    private static final int LONGEST_NOTE = 1_000;

    /** What a person wrote. */
    record Words(String claimNumber, String note) {
        static final Words NONE = new Words("", "");

        boolean isEmpty() {
            return claimNumber.isEmpty() && note.isEmpty();
        }

        @Override
        public String toString() {
            return "Words[" + (isEmpty() ? "none" : "…") + "]";
        }
    }

    /** @throws NotTaken where something typed can't be right */
    static Words words(@Nullable String claimNumber, @Nullable String note) {
        String claim = claimNumber == null ? "" : claimNumber.strip();
        String text = note == null ? "" : note.strip();
        if (!claim.isEmpty() && !CLAIM.matcher(claim).matches()) {
            throw NotTaken.invalid(
                    "The claim number can have letters, digits, spaces and . / # - only, at most 40. Nothing was kept. Correct it or leave it empty.");
        }
        if (text.length() > LONGEST_NOTE) {
            throw NotTaken.invalid("The note is longer than " + LONGEST_NOTE
                    + " characters. Nothing was kept. Shorten it, or put it into a document of its own.");
        }
        return new Words(claim, text);
    }

    /** @throws NotTaken where it is none of the vocabulary */
    static String about(@Nullable String type) {
        if (type == null || type.isBlank()) {
            return DocumentType.UNKNOWN.code();
        }
        if (DocumentType.of(type).isPresent()) {
            return type;
        }
        throw NotTaken.invalid("\"What is this about\" takes one of the kinds in the list. Nothing was kept.");
    }

    /** @throws NotTaken where the text is no UUID */
    static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw NotTaken.invalid(
                    "`submission` must be a UUID that you make: it keeps together what is handed in together. Nothing was kept.");
        }
    }
}
