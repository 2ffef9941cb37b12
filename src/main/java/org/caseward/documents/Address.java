package org.caseward.documents;

/** Where a document lies: a keyed hash of its bytes under its program's key, so that equal documents of two programs can't be linked. */
public record Address(String program, String hash) {
    @Override
    public String toString() {
        return program + "/" + hash;
    }

    public static Address parse(String text) {
        int slash = text.lastIndexOf('/');
        return new Address(text.substring(0, slash), text.substring(slash + 1));
    }
}
