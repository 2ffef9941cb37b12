package org.caseward.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.caseward.bench.Progress;

/** Shares out numbered work over all cores, a chunk at a time. */
final class Shifts {
    private static final int CHUNK = 512;

    private Shifts() {}

    /** What a worker does with one number. */
    interface Work {
        void on(long number);
    }

    /**
     * @param worker makes a worker's own state, and what it does with a number
     * @return the states of all workers
     */
    static <S> List<S> run(long from, long to, Progress progress, Function<Integer, S> worker, Function<S, Work> work)
            throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicLong next = new AtomicLong(from);
        List<Callable<S>> shifts = new ArrayList<>();
        for (int i = 0; i < cores; i++) {
            S state = worker.apply(i);
            shifts.add(() -> shift(next, to, progress, state, work.apply(state)));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
            List<S> states = new ArrayList<>();
            for (Future<S> future : pool.invokeAll(shifts)) {
                states.add(future.get());
            }
            return states;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A worker of the bench broke", e.getCause());
        }
    }

    private static <S> S shift(AtomicLong next, long to, Progress progress, S state, Work work) {
        for (long first = next.getAndAdd(CHUNK); first < to; first = next.getAndAdd(CHUNK)) {
            long end = Math.min(to, first + CHUNK);
            for (long number = first; number < end; number++) {
                work.on(number);
            }
            progress.advance(end - first);
        }
        return state;
    }
}
