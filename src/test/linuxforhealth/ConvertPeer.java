import io.github.linuxforhealth.hl7.HL7ToFHIRConverter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Converts messages by LinuxForHealth's converter in a process of its own. Arguments: a file of messages parted by form feeds, and for how many seconds. */
public class ConvertPeer {
    public static void main(String[] args) throws Exception {
        List<String> messages = new ArrayList<>(List.of(Files.readString(Path.of(args[0])).split("\f")));
        long seconds = Long.parseLong(args[1]);
        HL7ToFHIRConverter converter = new HL7ToFHIRConverter();
        String error = "";
        long converted = 0;
        work(converter, messages, 1_000_000_000L * seconds / 2);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long[] counted = work(converter, messages, 1_000_000_000L * seconds);
        double used = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        System.out.println("RESULT " + counted[0] / used + " " + counted[1]);
        System.exit(0);
    }

    /** How many were converted, and how many could not be. */
    private static long[] work(HL7ToFHIRConverter converter, List<String> messages, long nanos) {
        long end = System.nanoTime() + nanos;
        long done = 0;
        long failed = 0;
        for (int i = 0; System.nanoTime() < end; i++) {
            try {
                String bundle = converter.convert(messages.get(i % messages.size()));
                if (bundle.length() < 100) {
                    throw new IllegalStateException("no bundle");
                }
                done++;
            } catch (Exception e) {
                failed++;
                if (failed == 1) {
                    System.err.println(e);
                }
            }
        }
        return new long[] {done, failed};
    }
}
