package org.caseward.extraction;

import java.util.List;
import org.caseward.report.ReceivedReport;

/**
 * A report that has been read.
 *
 * @param pages of the document itself, or of the documents embedded in a message; empty where there are none
 * @param embedded SHA-256 of each embedded document's bytes, so that the same paper by another channel is recognised
 */
public record ExtractedReport(ReceivedReport received, Source source, List<Page> pages, List<byte[]> embedded) {
    public ExtractedReport {
        pages = List.copyOf(pages);
        embedded = List.copyOf(embedded);
    }

    @Override
    public String toString() {
        return "ExtractedReport[" + received.id() + "]";
    }
}
