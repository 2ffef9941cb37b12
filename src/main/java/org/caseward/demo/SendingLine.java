package org.caseward.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.senders.Answer;
import org.caseward.demo.senders.ProviderDesk;

/** Sends one channel's samples in their order. */
final class SendingLine implements Runnable {
    private static final int LOOK_EVERY_MILLIS = 200;

    private final List<Sample> line;
    private final ProviderDesk desk;
    private final DemoWatch watch;
    private final ReportsApi api;
    private final PrintStream out;

    SendingLine(List<Sample> line, ProviderDesk desk, DemoWatch watch, ReportsApi api, PrintStream out) {
        this.line = line;
        this.desk = desk;
        this.watch = watch;
        this.api = api;
        this.out = out;
    }

    @Override
    public void run() {
        try {
            for (Sample sample : firstThoseThatWaitForNone()) {
                await(sample.after());
                send(sample);
            }
        } catch (InterruptedException e) {
            // the watch is over; what was not sent stands there as such
            Thread.currentThread().interrupt();
        }
    }

    private List<Sample> firstThoseThatWaitForNone() {
        return line.stream()
                .sorted(java.util.Comparator.comparing(s -> s.after().isPresent()))
                .toList();
    }

    private void await(Optional<String> first) throws InterruptedException {
        while (first.isPresent() && !watch.isSettled(first.get())) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void send(Sample sample) throws InterruptedException {
        try {
            watch.answered(sample, wasRefusedBefore(sample) ? told(sample) : desk.send(sample.delivery()));
        } catch (IOException e) {
            out.println(sample.id() + " could not be sent: " + e.getMessage());
        }
    }

    /** On a second start: who was refused for good does not send the same again. */
    private boolean wasRefusedBefore(Sample sample) throws IOException, InterruptedException {
        return sample.expected().answer().equals("AR") && !api.reportsOf(sample).isEmpty();
    }

    private static Answer told(Sample sample) {
        return new Answer(sample.expected().answer(), "told so before");
    }
}
