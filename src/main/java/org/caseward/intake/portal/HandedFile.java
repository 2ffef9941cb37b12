package org.caseward.intake.portal;

/**
 * One file as it was handed in.
 *
 * @param uploadId what the sender calls this upload; the same again is a retry
 * @param name without folders; often a patient's, so it is nobody's to log
 * @param declared the media type that the browser names; the bytes' own signature wins
 */
record HandedFile(String uploadId, String name, String declared, byte[] bytes) {
    private static final int LONGEST_NAME = 150;

    HandedFile {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        name = bare.isEmpty() ? "file" : bare.substring(0, Math.min(bare.length(), LONGEST_NAME));
    }

    @Override
    public String toString() {
        return "HandedFile[" + uploadId + ", " + bytes.length + " bytes]";
    }
}
