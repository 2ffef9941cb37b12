package org.caseward.bench.intake;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** So many senders at once, each sending its next report as soon as it has the answer to the last. */
final class Load {
    /**
     * @param reports that were answered within the measured time
     * @param senderCpuNanos what the senders themselves took of the processor meanwhile
     */
    record Result(long reports, double seconds, Histogram latency, long senderCpuNanos, Meter.Reading spent) {
        double rate() {
            return reports / seconds;
        }

        double each(long total) {
            return (double) total / Math.max(1, reports);
        }

        /** Processor a report: hub and database, without the senders. */
        double cpuMillis() {
            return each(spent.hubCpuNanos() + spent.databaseCpuNanos() - senderCpuNanos) / 1e6;
        }

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }

    private static final long LONGEST_NANOS = 120_000_000_000L;

    private static final List<String> SENDERS_OWN = List.of("bench-sender-", "HttpClient-", "sshd-SshClient");

    private final IntakeSender sender;
    private final int senders;
    private final AtomicLong sequence = new AtomicLong();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final ConcurrentLinkedQueue<Exception> faults = new ConcurrentLinkedQueue<>();
    private final List<Histogram> latencies = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch ready;
    private volatile boolean measuring;
    private volatile boolean over;

    Load(IntakeSender sender, int senders) {
        this.sender = sender;
        this.senders = senders;
        ready = new CountDownLatch(senders);
    }

    /** @param warm seconds before anything counts */
    Result run(double warm, double seconds, Meter meter) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            Histogram latency = new Histogram(LONGEST_NANOS, 3);
            latencies.add(latency);
            int number = i;
            threads.add(Thread.ofPlatform().name("bench-sender-" + i).start(() -> send(number, latency)));
        }
        ready.await();
        pause(warm);
        Meter.Reading before = meter.read();
        long cpu = senderCpu();
        long sentBefore = sent.get();
        long from = System.nanoTime();
        measuring = true;
        pause(seconds);
        measuring = false;
        double took = (System.nanoTime() - from) / 1e9;
        long reports = sent.get() - sentBefore;
        long senderCpu = senderCpu() - cpu;
        Meter.Reading after = meter.read();
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(sender.channel() + " failed with " + senders + " senders", faults.peek());
        }
        Histogram all = new Histogram(LONGEST_NANOS, 3);
        latencies.forEach(all::add);
        return new Result(reports, took, all, senderCpu, after.since(before));
    }

    private void send(int number, Histogram latency) {
        try (IntakeSender.Line line = first(number)) {
            while (!over) {
                String id = "B" + mark + "-" + sequence.incrementAndGet();
                long from = System.nanoTime();
                line.send(id);
                long took = System.nanoTime() - from;
                sent.incrementAndGet();
                if (measuring) {
                    latency.recordValue(Math.min(took, LONGEST_NANOS));
                }
            }
        } catch (Exception e) {
            faults.add(e);
        }
    }

    /** Connected, signed in and answered once: nothing of that is measured, and nobody is until all are. */
    private IntakeSender.Line first(int number) throws Exception {
        try {
            IntakeSender.Line line = sender.open(number);
            line.send("F" + mark + "-" + number);
            return line;
        } finally {
            ready.countDown();
        }
    }

    /** Of the senders' own threads, and of those that work for them in HTTP and SSH clients. */
    private static long senderCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> SENDERS_OWN.stream().anyMatch(thread.getThreadName()::startsWith))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep((long) (seconds * 1000));
    }
}
