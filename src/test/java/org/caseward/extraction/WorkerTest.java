package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.caseward.extraction.worker.WorkerPool;
import org.caseward.extraction.worker.WorkerSettings;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {
    private static final byte[] FAX = FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(204, 196));

    @Test
    void aDocumentWhoseWorkerIsKilledIsRefusedAndTheNextOneIsRead() throws Exception {
        try (Reader reader = new Reader()) {
            reader.read("image/tiff", FAX);
            byte[] longFax =
                    FaxTiff.of(FaxTiff.GROUP_4, 204, 196, java.util.Collections.nCopies(8, TypedPage.drawn(204, 196)));
            CompletableFuture<Reason> refusal =
                    CompletableFuture.supplyAsync(() -> reader.refusal("image/tiff", longFax));
            awaitPages(reader, 2);
            assertThat(workerProcesses()).hasSize(1);
            workerProcesses().forEach(ProcessHandle::destroyForcibly);
            assertThat(refusal.get(20, TimeUnit.SECONDS).code()).isEqualTo("reading-crashed");
            assertThat(reader.read("image/tiff", FAX).pages()).hasSize(1);
        }
        assertThat(workerProcesses()).isEmpty();
    }

    @Test
    void aWorkerToldToStopFromOutsideIsAnOutageAndNoFaultOfTheDocument() throws Exception {
        try (Reader reader = new Reader()) {
            byte[] longFax =
                    FaxTiff.of(FaxTiff.GROUP_4, 204, 196, java.util.Collections.nCopies(8, TypedPage.drawn(204, 196)));
            CompletableFuture<?> reading = CompletableFuture.supplyAsync(() -> reader.extract("image/tiff", longFax));
            awaitPages(reader, 1);
            workerProcesses().forEach(ProcessHandle::destroy);
            assertThatThrownBy(() -> reading.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(OutageException.class);
        }
    }

    @Test
    void anIdleWorkerThatDiedIsReplacedUnnoticed() throws Exception {
        try (Reader reader = new Reader()) {
            reader.read("image/tiff", FAX);
            for (ProcessHandle worker : workerProcesses()) {
                worker.destroyForcibly();
                worker.onExit().get(5, TimeUnit.SECONDS);
            }
            assertThat(reader.read("image/tiff", FAX).pages()).hasSize(1);
        }
    }

    @Test
    void aPageThatTakesTooLongIsStopped() {
        ReadingLimits hurried = new ReadingLimits(100, 300, 200, Duration.ofMillis(50), Duration.ofMinutes(1));
        try (Reader reader = new Reader(hurried)) {
            Reason reason = reader.refusal("image/tiff", FAX);
            assertThat(reason.code()).isEqualTo("reading-timeout");
            assertThat(reason.text()).contains("too long");
        }
    }

    @Test
    void limitsOnBytesPagesAndPixelsAreKept() {
        try (Reader reader = new Reader(new ReadingLimits(1, 2, 3, Duration.ofSeconds(30), Duration.ofMinutes(1)))) {
            assertThat(reader.refusal("application/pdf", new byte[1_000_001]).code())
                    .isEqualTo("document-too-large");
            assertThat(reader.refusal("application/pdf", TypedPdf.of(NOTHING, NOTHING, NOTHING))
                            .code())
                    .isEqualTo("too-many-pages");
            assertThat(reader.refusal("image/tiff", FAX).code()).isEqualTo("page-too-large");
        }
    }

    @Test
    void aDocumentThatTakesTooMuchMemoryIsRefused() {
        try (WorkerPool pool = new WorkerPool(new WorkerSettings(1, "24m", null, null), ReadingLimits.DEFAULT)) {
            byte[] large = FaxTiff.of(FaxTiff.GROUP_4, 600, 600, TypedPage.drawn(600, 600));
            assertThat(pool.read("image/tiff", large, List.of(), reply -> {}))
                    .isInstanceOfSatisfying(
                            WorkerPool.Reading.Refused.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("reading-memory"));
        }
    }

    @Test
    void aWorkerThatCanNotBeStartedIsAnOutage() {
        WorkerSettings broken = new WorkerSettings(1, "no-size", null, null);
        try (WorkerPool pool = new WorkerPool(broken, ReadingLimits.DEFAULT)) {
            assertThatThrownBy(() -> pool.read("image/tiff", FAX, List.of(), reply -> {}))
                    .isInstanceOf(OutageException.class)
                    .hasMessageContaining("could not be started")
                    .hasMessageContaining("no-size");
        }
    }

    @Test
    void aFaultWhileKeepingAPageComesOutAndTheWorkerIsNotLeftHalfway() {
        try (Reader reader = new Reader()) {
            assertThatThrownBy(() -> reader.workers.read("image/tiff", FAX, List.of(), page -> {
                        throw new OutageException("the store is down");
                    }))
                    .isInstanceOf(OutageException.class);
            assertThat(reader.read("image/tiff", FAX).pages()).hasSize(1);
        }
    }

    private static final TypedPdf.Drawing NOTHING = (pdf, page, pen) -> {};

    private static void awaitPages(Reader reader, int pages) throws InterruptedException {
        for (int i = 0; i < 400 && reader.shelf.kept.get() < pages; i++) {
            Thread.sleep(25);
        }
    }

    private static List<ProcessHandle> workerProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .toList();
    }
}
