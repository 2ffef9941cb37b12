package org.caseward.extraction.worker;

import java.util.stream.IntStream;

/** The limit on pages. */
final class PageCount {
    private PageCount() {}

    static void check(int pages, Request request) throws Unreadable {
        long wanted = IntStream.rangeClosed(1, pages).filter(request::wants).count();
        if (wanted > request.maxPages()) {
            throw new Unreadable(
                    "too-many-pages",
                    "The document has " + pages + " pages, more than the " + request.maxPages()
                            + " that are read at once. Split it, or ask the sender to send it in parts.");
        }
    }
}
