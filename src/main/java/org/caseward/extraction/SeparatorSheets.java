package org.caseward.extraction;

import java.util.ArrayList;
import java.util.List;
import org.caseward.extraction.worker.Reply;
import org.caseward.extraction.worker.WorkerPool;
import org.caseward.report.MarkedPages;
import org.caseward.report.Outcome;
import org.caseward.report.ReceivedReport;
import org.caseward.report.SeparatorMark;
import org.caseward.report.Step;
import org.springframework.stereotype.Component;

/** Has a worker look for the marks between the reports of a scanned batch. */
@Component("separatorSheets")
public class SeparatorSheets {
    private final WorkerPool workers;

    SeparatorSheets(WorkerPool workers) {
        this.workers = workers;
    }

    /**
     * @return refused where the batch can't be opened ({@code batch-…}, {@code document-…}, {@code reading-…})
     * @throws org.caseward.report.OutageException where no worker can be started
     */
    public Outcome<MarkedPages> find(ReceivedReport batch) {
        List<SeparatorMark> marks = new ArrayList<>();
        WorkerPool.Reading reading = workers.marks(batch.mediaType(), batch.content(), reply -> {
            if (reply instanceof Reply.Marked page) {
                marks.add(page.mark());
            }
        });
        return switch (reading) {
            case WorkerPool.Reading.Done _ -> new Outcome.Passed<>(new MarkedPages(marks));
            case WorkerPool.Reading.Refused refused ->
                new Outcome.Refused<>(batch.id(), Step.EXTRACTED, refused.reason());
        };
    }
}
