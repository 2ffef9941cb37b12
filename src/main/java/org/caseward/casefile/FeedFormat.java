package org.caseward.casefile;

/** How a feed of cases is written down: one JSON object a line, or RFC 4180 with a header line. */
public enum FeedFormat {
    NDJSON,
    CSV
}
