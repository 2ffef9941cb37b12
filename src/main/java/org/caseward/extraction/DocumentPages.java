package org.caseward.extraction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
import org.caseward.extraction.worker.Reply;
import org.caseward.extraction.worker.WorkerPool;
import org.caseward.report.Reason;
import org.springframework.stereotype.Component;

/** Has documents read by the workers and keeps their page images. */
@Component
class DocumentPages {
    private final WorkerPool workers;
    private final DocumentStore store;

    DocumentPages(WorkerPool workers, DocumentStore store) {
        this.workers = workers;
        this.store = store;
    }

    /**
     * The document of this hash, kept before the message that names it.
     *
     * @throws org.caseward.report.OutageException where the store is down
     */
    Optional<byte[]> held(String program, String hash) {
        try {
            return Optional.of(store.get(new Address(program, hash)));
        } catch (IllegalStateException missing) {
            return Optional.empty();
        }
    }

    /** @param wanted page numbers over all documents of the sheaf, from 1; empty means all */
    Sheaf sheaf(String program, List<Integer> wanted) {
        return new Sheaf(program, wanted);
    }

    /** The pages of one report, of one document or several, numbered through. */
    final class Sheaf {
        private final String program;
        private final List<Integer> wanted;
        private final List<Page> pages = new ArrayList<>();
        private final List<Reason> notes = new ArrayList<>();
        private int before;

        private Sheaf(String program, List<Integer> wanted) {
            this.program = program;
            this.wanted = wanted;
        }

        /** Reads one more document; where it can't be read, none of its pages are kept. */
        void add(String mediaType, byte[] content) throws UnreadableException {
            add(mediaType, content, "");
        }

        /** Draws text on pages of its own, for people to look at: what it means was read from where it stood, not from these. */
        void narrative(String text) throws UnreadableException {
            add("text/plain", text.getBytes(StandardCharsets.UTF_8), Page.NARRATIVE);
        }

        /** @param method how its pages count as read; empty for what the worker says */
        private void add(String mediaType, byte[] content, String method) throws UnreadableException {
            List<Page> read = new ArrayList<>();
            List<Reason> noted = new ArrayList<>();
            List<Integer> ofThis = wanted.stream().map(page -> page - before).toList();
            switch (workers.read(mediaType, content, ofThis, reply -> keep(reply, method, read, noted))) {
                case WorkerPool.Reading.Refused refused -> throw new UnreadableException(refused.reason());
                case WorkerPool.Reading.Done done -> {
                    pages.addAll(read);
                    notes.addAll(noted);
                    before += done.pages();
                }
            }
        }

        private void keep(Reply reply, String method, List<Page> read, List<Reason> noted) {
            if (reply instanceof Reply.PageRead page) {
                read.add(new Page(
                        before + page.number(),
                        store.put(program, page.png()),
                        page.width(),
                        page.height(),
                        page.words(),
                        method.isEmpty() ? page.method() : method,
                        page.rotated()));
            } else if (reply instanceof Reply.Noted note) {
                noted.add(note.reason());
            }
        }

        void note(Reason reason) {
            notes.add(reason);
        }

        List<Page> pages() {
            return pages;
        }

        List<Reason> notes() {
            return notes;
        }
    }
}
