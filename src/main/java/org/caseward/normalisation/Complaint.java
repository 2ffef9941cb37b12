package org.caseward.normalisation;

/**
 * What is wrong with a mapping file.
 *
 * @param file relative to the mappings folder
 * @param line from 1, or 0 where it can't be told
 * @param field where in the file: {@code fields[3].from}
 * @param text what is wrong and what was expected
 */
public record Complaint(String file, int line, String field, String text) {
    @Override
    public String toString() {
        String where = line > 0 ? file + " line " + line : file;
        return where + (field.isEmpty() ? "" : ", " + field) + ": " + text;
    }
}
