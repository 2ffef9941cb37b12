package org.caseward.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.senders.Answer;

/** Follows every sample from its sender's answer to where it ends, by what the JSON API shows. */
final class DemoWatch {
    private final List<Sample> samples;
    private final ReportsApi api;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Long> receipts;

    DemoWatch(List<Sample> samples, ReportsApi api) {
        this.samples = samples;
        this.api = api;
        samples.forEach(s -> standings.put(s.id(), Standing.waiting(s)));
        receipts = samples.stream()
                .collect(Collectors.groupingBy(
                        DemoWatch::delivery,
                        Collectors.summingLong(s -> s.expected().receipts())));
    }

    void answered(Sample sample, Answer answer) {
        standings.computeIfPresent(sample.id(), (id, standing) -> standing.answered(answer));
    }

    boolean isSettled(String sampleId) {
        Standing standing = standings.get(sampleId);
        return standing != null && standing.settled();
    }

    /** Asks the hub about what is answered and not yet settled. */
    void look() throws IOException, InterruptedException {
        for (Sample sample : samples) {
            Standing standing = of(sample);
            if (standing.answer().isPresent() && !standing.settled()) {
                lookAt(sample);
            }
        }
    }

    /** Asks about every sample once more: something may have come after all seemed settled. */
    void lookAtAll() throws IOException, InterruptedException {
        for (Sample sample : samples) {
            lookAt(sample);
        }
    }

    private void lookAt(Sample sample) throws IOException, InterruptedException {
        var found = api.reportsOf(sample);
        standings.computeIfPresent(sample.id(), (id, standing) -> standing.seen(found));
    }

    boolean allSettled() {
        return standings.values().stream().allMatch(Standing::settled);
    }

    /** In the order of the samples. */
    List<Standing> standings() {
        return samples.stream().map(this::of).toList();
    }

    /** What differs from the manifest, by sample. */
    Map<Standing, List<String>> differences() {
        Map<Standing, List<String>> all = new LinkedHashMap<>();
        for (Standing standing : standings()) {
            List<String> differences = new ArrayList<>(differences(standing));
            if (!differences.isEmpty()) {
                all.put(standing, differences);
            }
        }
        return all;
    }

    List<String> differences(Standing standing) {
        return standing.differences(receipts.getOrDefault(delivery(standing.sample()), 0L));
    }

    private Standing of(Sample sample) {
        return standings.getOrDefault(sample.id(), Standing.waiting(sample));
    }

    private static String delivery(Sample sample) {
        return sample.channel().code() + " " + sample.controlId() + " " + sample.sha256();
    }
}
