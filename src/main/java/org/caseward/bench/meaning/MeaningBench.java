package org.caseward.bench.meaning;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;
import org.caseward.report.Outcome;

/**
 * How fast messages become records, from bytes to fields, counted in the thread's own processor time so that other work on the machine does not count; and how many public
 * samples do.
 */
public final class MeaningBench implements Bench {
    private static final int DIFFERENT = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "meaning";
    }

    @Override
    public String what() {
        return "messages read to records per second of processor time, and the share of public samples that are records";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.atLeast(1_500, "results_per_cpu_second", "1/cpu-s", "ORU^R01 of 1.5 kB"),
                Metric.atLeast(
                        300, "documents_per_cpu_second", "1/cpu-s", "MDM^T02 of 5 kB, without a document inside"),
                Metric.atLeast(200, "clinical_documents_per_cpu_second", "1/cpu-s", "C-CDA of 40 kB"),
                Metric.told("other_results_per_cpu_second", "1/cpu-s", "the same ORU^R01 by LinuxForHealth 1.0.19"),
                Metric.atLeast(1, "times_other", "times", "as fast as LinuxForHealth, in the same run"),
                Metric.atLeast(0.97, "message_records", "share", "public HL7 v2 messages that become records"),
                Metric.atLeast(0.97, "clinical_records", "share", "public CDA documents that become records"),
                Metric.atMost(0, "without_reason", "samples", "that end neither as a record nor with a reason"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("seconds", "4", "of processor time each kind is measured for, after as many of warming up"),
                new Option("other", "yes", "whether LinuxForHealth's converter is run beside: yes or no"));
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws Exception {
        Measured measured = Measured.of(metrics());
        int seconds = options.count("seconds");
        try (Reader reader = new Reader()) {
            progress.step("kinds", 4);
            double results = rate(reader, Reader.HL7, bytes(Messages.results(DIFFERENT)), seconds, progress);
            measured.with("results_per_cpu_second", results)
                    .with(
                            "documents_per_cpu_second",
                            rate(reader, Reader.HL7, bytes(Messages.documents(DIFFERENT)), seconds, progress))
                    .with(
                            "clinical_documents_per_cpu_second",
                            rate(reader, Reader.CDA, bytes(clinical()), seconds, progress));
            Optional<Double> other = options.text("other").equals("yes")
                    ? OtherConverter.rate(Messages.results(DIFFERENT), seconds)
                    : Optional.empty();
            progress.advance(1);
            compare(measured, results, other);
            count(measured, new PublicCorpus(reader));
        }
        return measured;
    }

    private static void compare(Measured measured, double results, Optional<Double> other) {
        other.ifPresentOrElse(
                rate -> measured.with("other_results_per_cpu_second", rate).with("times_other", results / rate),
                () -> measured.waive(
                        "times_other", "LinuxForHealth's converter was not run (it needs Maven and the sources)"));
    }

    private static void count(Measured measured, PublicCorpus corpus) throws IOException {
        if (!Files.isDirectory(PublicCorpus.FOLDER)) {
            List.of("message_records", "clinical_records", "without_reason")
                    .forEach(name -> measured.waive(name, "there are no samples at " + PublicCorpus.FOLDER));
            return;
        }
        PublicCorpus.Count messages = corpus.messages();
        PublicCorpus.Count clinical = corpus.clinicalDocuments();
        measured.with("message_records", messages.share())
                .with("clinical_records", clinical.share())
                .with(
                        "without_reason",
                        messages.faults().size() + clinical.faults().size())
                .note(told("HL7 v2 messages", messages))
                .note(told("CDA documents", clinical));
    }

    private static String told(String what, PublicCorpus.Count count) {
        return count.all() + " public " + what + ": " + count.records() + " records, refused " + count.reasons()
                + (count.faults().isEmpty() ? "" : ", without a reason " + count.faults());
    }

    /** The messages over and over, on this thread. */
    private static double rate(Reader reader, String type, List<byte[]> messages, int seconds, Progress progress) {
        work(reader, type, messages, seconds * 1_000_000_000L);
        long start = THREADS.getCurrentThreadCpuTime();
        long done = work(reader, type, messages, seconds * 1_000_000_000L);
        progress.advance(1);
        return done * 1e9 / Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
    }

    private static long work(Reader reader, String type, List<byte[]> messages, long nanos) {
        long end = THREADS.getCurrentThreadCpuTime() + nanos;
        long done = 0;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Outcome<NormalisedReport> read = reader.read(type, messages.get((int) (done % messages.size())));
            if (!(read instanceof Outcome.Passed<NormalisedReport> passed)
                    || passed.value().fields().first(FieldNames.CLAIM_NUMBER).isEmpty()) {
                throw new IllegalStateException("A sample of the bench was not read: its rate would mean nothing");
            }
            done++;
        }
        return done;
    }

    private static List<String> clinical() {
        return IntStream.range(0, DIFFERENT / 10).mapToObj(ClinicalSample::of).toList();
    }

    private static List<byte[]> bytes(List<String> messages) {
        return messages.stream()
                .map(message -> message.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
