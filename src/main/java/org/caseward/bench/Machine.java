package org.caseward.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * On what a figure was seen: without it no figure can be compared.
 *
 * @param memoryMb of the machine, and of it what this run's heap may take
 * @param load the one-minute load average before the run: what else was running; negative where the system does not tell
 */
public record Machine(int cores, String cpu, long memoryMb, long heapMb, double load, String jdk, String os) {
    private static final long MB = 1 << 20;

    public static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                cpuModel(Path.of("/proc/cpuinfo")),
                system.getTotalMemorySize() / MB,
                Runtime.getRuntime().maxMemory() / MB,
                system.getSystemLoadAverage(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    static String cpuModel(Path cpuinfo) {
        try (var lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    public String words() {
        return "%d cores of %s, %,d MB (heap %,d MB), load %.1f, %s, %s"
                .formatted(cores, cpu, memoryMb, heapMb, load, jdk, os);
    }
}
