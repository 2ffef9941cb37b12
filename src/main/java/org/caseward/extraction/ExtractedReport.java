package org.caseward.extraction;

import java.util.List;
import org.caseward.report.Reason;
import org.caseward.report.ReceivedReport;

/**
 * A report that has been read.
 *
 * @param pages of the document itself, or of the documents embedded in a message; empty where there are none
 * @param embedded SHA-256 of each embedded document's bytes, so that the same paper by another channel is recognised
 * @param clinical clinical documents: the one received, or those embedded in a message
 * @param notes what could not be read of an otherwise readable report ({@code page-unreadable}, {@code embedded-document-unreadable} …): each is a reason for a person to look
 */
public record ExtractedReport(
        ReceivedReport received,
        Source source,
        List<Page> pages,
        List<byte[]> embedded,
        List<CdaDocument> clinical,
        List<Reason> notes) {
    public ExtractedReport {
        clinical = List.copyOf(clinical);
        pages = List.copyOf(pages);
        embedded = List.copyOf(embedded);
        notes = List.copyOf(notes);
    }

    /** A report without a clinical document inside. */
    public ExtractedReport(
            ReceivedReport received, Source source, List<Page> pages, List<byte[]> embedded, List<Reason> notes) {
        this(
                received,
                source,
                pages,
                embedded,
                source instanceof Source.Cda(CdaDocument document) ? List.of(document) : List.of(),
                notes);
    }

    /** A report of which nothing was left unread. */
    public ExtractedReport(ReceivedReport received, Source source, List<Page> pages, List<byte[]> embedded) {
        this(received, source, pages, embedded, List.of());
    }

    @Override
    public String toString() {
        return "ExtractedReport[" + received.id() + "]";
    }
}
