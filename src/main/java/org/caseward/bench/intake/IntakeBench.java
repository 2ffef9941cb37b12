package org.caseward.bench.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;

/** {@code bench intake}: receipts per channel at 1, 8 and 32 concurrent senders, and MLLP beside the floor. */
public final class IntakeBench implements Bench {
    private static final List<String> CHANNELS =
            List.of("mllp", "mllps", "fhir", "email", "sftp", "fax", "webhook", "portal");
    private static final List<Integer> SENDERS = List.of(1, 8, 32);
    private static final int MANY = 32;
    private static final double OF_FLOOR = 0.6;
    private static final double SYNCS_ALONE = 2;
    private static final double SYNCS_TOGETHER = 0.2;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String what() {
        return "receipts a second and the wait for an answer, per channel; only the receiving, no stage runs";
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("channels", String.join(",", CHANNELS), "which of them, with commas"),
                new Option("senders", "1,8,32", "how many at once, with commas"),
                new Option("seconds", "3", "measured for each number of senders"),
                new Option("warm", "2", "seconds before anything counts"),
                new Option("rounds", "3", "how often MLLP and the floor take turns; the median counts"));
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> all = new ArrayList<>();
        for (String channel : CHANNELS) {
            for (int senders : SENDERS) {
                String name = channel + "_" + senders + "_";
                String who = channel + ", " + senders + (senders == 1 ? " sender" : " senders");
                all.add(Metric.told(name + "rate", "receipts/s", who));
                all.add(Metric.told(name + "p50", "ms", who + ": half of the answers within"));
                all.add(Metric.told(name + "p99", "ms", who + ": 99 % of the answers within"));
                all.add(Metric.told(
                        name + "cpu", "ms/report", who + ": processor, hub and database, without the senders"));
                all.add(Metric.told(name + "database", "bytes/report", who + ": growth of the database"));
                all.add(syncs(channel, senders, name + "wal_syncs", who + ": WAL flushed to disk, per report"));
            }
        }
        all.add(Metric.told("floor_32_rate", "messages/s", "the bare server, 32 senders"));
        all.add(Metric.told("floor_32_p99", "ms", "the bare server, 32 senders: 99 % of the answers within"));
        all.add(Metric.told(
                "floor_32_cpu", "ms/message", "the bare server, 32 senders: processor, server and database"));
        all.add(Metric.told(
                "mllp_32_of_floor_by_cpu", "share", "the same by what each takes of the processor, 32 senders"));
        all.add(Metric.atLeast(
                OF_FLOOR, "mllp_32_of_floor", "share", "MLLP's rate beside the bare server's, 32 senders"));
        return all;
    }

    private static Metric syncs(String channel, int senders, String name, String what) {
        if (channel.equals("mllp") && senders == 1) {
            return Metric.atMost(SYNCS_ALONE, name, "syncs/report", what);
        }
        return channel.equals("mllp") && senders == MANY
                ? Metric.atMost(SYNCS_TOGETHER, name, "syncs/report", what)
                : Metric.told(name, "syncs/report", what);
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws Exception {
        List<String> wanted = Arrays.asList(options.text("channels").split(","));
        List<String> counts = Arrays.asList(options.text("senders").split(","));
        Measured measured = Measured.of(metrics());
        try (BenchHub hub = new BenchHub()) {
            Meter meter = hub.meter();
            List<IntakeSender> senders = hub.senders();
            for (IntakeSender sender : senders) {
                for (int count : wanted.contains(sender.channel()) ? SENDERS : List.<Integer>of()) {
                    if (counts.contains(Integer.toString(count))) {
                        progress.step(sender.channel() + " " + count, 1);
                        channel(sender, count, options, meter, measured);
                    }
                }
            }
            if (wanted.contains("mllp")) {
                floor(senders.getFirst(), hub, options, progress, measured);
            }
        }
        List.copyOf(measured.aims().keySet()).stream()
                .filter(name -> !measured.names().contains(name))
                .forEach(name -> measured.waive(name, "it was not asked for"));
        return measured.note(
                "Only receiving: no stage ran. Senders, hub, broker and database shared this machine; fsync was on.");
    }

    private static void channel(IntakeSender sender, int senders, BenchOptions options, Meter meter, Measured measured)
            throws Exception {
        Load.Result result = new Load(sender, senders).run(options.count("warm"), options.count("seconds"), meter);
        String name = sender.channel() + "_" + senders + "_";
        measured.with(name + "rate", result.rate())
                .with(name + "p50", result.millis(50))
                .with(name + "p99", result.millis(99))
                .with(name + "cpu", result.cpuMillis())
                .with(name + "database", result.each(result.spent().databaseBytes()))
                .with(name + "wal_syncs", result.each(result.spent().walSyncs()));
        if (Boolean.getBoolean("caseward.bench.more")) {
            measured.note(name + ": hub " + result.each(result.spent().hubCpuNanos() - result.senderCpuNanos()) / 1e6
                    + " ms, database " + result.each(result.spent().databaseCpuNanos()) / 1e6 + " ms a report");
        }
    }

    /** They take turns, so that whatever else the machine does hits both. */
    private static void floor(
            IntakeSender mllp, BenchHub hub, BenchOptions options, Progress progress, Measured measured)
            throws Exception {
        List<double[]> rounds = new ArrayList<>();
        try (FloorServer floor = new FloorServer(hub.owner())) {
            IntakeSender bare = new MllpSender("floor", () -> new java.net.Socket("127.0.0.1", floor.port()));
            for (int i = 0; i < options.count("rounds"); i++) {
                progress.step("beside the floor, round " + (i + 1), 2);
                Load.Result below =
                        new Load(bare, MANY).run(options.count("warm"), options.count("seconds"), hub.meter());
                progress.advance(1);
                Load.Result ours =
                        new Load(mllp, MANY).run(options.count("warm"), options.count("seconds"), hub.meter());
                rounds.add(new double[] {
                    below.rate(),
                    below.millis(99),
                    below.cpuMillis(),
                    ours.rate() / below.rate(),
                    below.cpuMillis() / ours.cpuMillis()
                });
            }
        }
        measured.with("floor_32_rate", median(rounds, 0))
                .with("floor_32_p99", median(rounds, 1))
                .with("floor_32_cpu", median(rounds, 2))
                .with("mllp_32_of_floor", median(rounds, 3))
                .with("mllp_32_of_floor_by_cpu", median(rounds, 4));
    }

    private static double median(List<double[]> rounds, int which) {
        double[] all =
                rounds.stream().mapToDouble(round -> round[which]).sorted().toArray();
        return all[all.length / 2];
    }
}
