package org.caseward.report;

/** Where a value came from. */
public sealed interface Evidence {
    /** A box on a page (pages count from 1). */
    record OnPage(int page, Box box) implements Evidence {}

    /** An HL7 path, FHIRPath or XPath in the message as received, e.g. {@code PID-5.1}. */
    record AtPath(String path) implements Evidence {}
}
