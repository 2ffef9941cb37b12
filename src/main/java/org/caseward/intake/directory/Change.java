package org.caseward.intake.directory;

/** What came of a change to the directory, in words for whoever asked. */
public sealed interface Change {
    String text();

    record Done(String text) implements Change {}

    /** Nothing was changed. */
    record Refused(String text) implements Change {}

    /** There is no such entry in the asker's programs. */
    record Unknown(String text) implements Change {}
}
