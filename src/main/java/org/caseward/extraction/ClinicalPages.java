package org.caseward.extraction;

/** The pages of a clinical document: its sections' text drawn for people, then the documents that it carries. What can't be read of it becomes a note. */
final class ClinicalPages {
    private ClinicalPages() {}

    /** @return what it carries, whether that could be read or not */
    static EmbeddedDocuments read(CdaDocument document, DocumentPages.Sheaf sheaf) {
        String text = CdaSheet.of(document);
        if (!text.isBlank()) {
            noted(sheaf, document.at(), () -> sheaf.narrative(text));
        }
        EmbeddedDocuments bodies = CdaBodies.of(document);
        bodies.notes().forEach(sheaf::note);
        for (EmbeddedDocuments.Embedded each : bodies.documents()) {
            noted(sheaf, each.path(), () -> sheaf.add(each.mediaType(), each.content()));
        }
        return bodies;
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws UnreadableException;
    }

    private static void noted(DocumentPages.Sheaf sheaf, String at, Reading reading) {
        try {
            reading.run();
        } catch (UnreadableException unreadable) {
            sheaf.note(EmbeddedDocuments.unreadable(at.isEmpty() ? "ClinicalDocument" : at, unreadable.reason()));
        }
    }
}
