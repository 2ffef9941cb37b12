package org.caseward.bench.intake;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub's process and its PostgreSQL have used so far. */
final class Meter {
    /**
     * @param hubCpuNanos of this process, senders and all
     * @param walSyncs by any PostgreSQL process
     */
    record Reading(long hubCpuNanos, long databaseCpuNanos, long databaseBytes, long walSyncs, long walBytes) {
        Reading since(Reading before) {
            return new Reading(
                    hubCpuNanos - before.hubCpuNanos,
                    databaseCpuNanos - before.databaseCpuNanos,
                    databaseBytes - before.databaseBytes,
                    walSyncs - before.walSyncs,
                    walBytes - before.walBytes);
        }
    }

    private final JdbcClient jdbc;
    private final long postmaster;

    /** @param jdbc sees the whole server's statistics */
    Meter(JdbcClient jdbc, Path postmasterPid) throws IOException {
        this.jdbc = jdbc;
        postmaster = Long.parseLong(Files.readAllLines(postmasterPid).getFirst().strip());
    }

    Reading read() {
        long hub =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return jdbc.sql("""
                        select pg_database_size(current_database()) as bytes,
                            (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal') as syncs,
                            (select wal_bytes from pg_stat_wal) as wal""")
                .query((row, n) ->
                        new Reading(hub, databaseCpu(), row.getLong("bytes"), row.getLong("syncs"), row.getLong("wal")))
                .single();
    }

    private long databaseCpu() {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
