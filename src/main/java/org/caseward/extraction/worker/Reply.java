package org.caseward.extraction.worker;

import java.util.List;
import org.caseward.extraction.Word;
import org.caseward.report.Reason;
import org.caseward.report.SeparatorMark;

/** What a worker says: first that it is ready or why not; for a request its pages one by one, then how it ended. */
public sealed interface Reply {
    /** The worker has loaded what it needs. */
    record Ready() implements Reply {}

    /** The worker can't work at all; {@code why} tells of the machine, for no document has been seen yet. */
    record Broken(String why) implements Reply {}

    /**
     * One page, upright and with square pixels.
     *
     * @param rotated degrees clockwise by which it was turned
     */
    record PageRead(int number, int width, int height, int rotated, String method, byte[] png, List<Word> words)
            implements Reply {
        public PageRead {
            words = List.copyOf(words);
        }
    }

    /** One page of a batch was looked at for marks. */
    record Marked(int number, SeparatorMark mark) implements Reply {}

    /** Something of the document could not be read; the rest goes on. */
    record Noted(Reason reason) implements Reply {}

    /**
     * All is read.
     *
     * @param pages how many the document has, wanted or not
     */
    record Finished(int pages) implements Reply {}

    /** The document can't be read. */
    record Unreadable(Reason reason) implements Reply {}
}
