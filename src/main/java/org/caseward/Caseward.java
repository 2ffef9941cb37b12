package org.caseward;

import java.util.Arrays;
import java.util.List;
import org.caseward.bench.BenchCommand;
import org.caseward.bench.Benches;
import org.caseward.demo.SendCommand;
import org.caseward.demo.TryMappingCommand;

/** The launcher's entry: {@code demo}, {@code run}, {@code send}, {@code try-mapping} and {@code bench}. */
public final class Caseward {
    private static final String USAGE = """
            Usage: caseward COMMAND [options]
              demo     starts the hub with a fictional world and sends sample reports through every channel
                       --no-send  --data DIR (data/demo)  --port-base N (8080)  --exit-when-done
              run      starts the hub for real use, configured by config/ and the environment
              send     FILE... --to mllp|fhir|fax [--data DIR]   acts as a provider against a running hub
              try-mapping FILE [--since 7d] [--program P] [--json]   what a changed mapping would read otherwise in kept reports
              bench    NAME [--json FILE] [--check]   a benchmark; --list names them
              test     the whole test suite
            """;

    private Caseward() {}

    public static void main(String[] args) {
        int exit;
        try {
            exit = command(args);
        } catch (Exception e) {
            // a hub that could not start must not linger on half-started threads
            e.printStackTrace();
            exit = 1;
        }
        if (exit != RunCommand.KEEPS_RUNNING) {
            System.exit(exit);
        }
    }

    private static int command(String[] args) throws Exception {
        // JBoss logging and others ask at class loading: one logging system for all
        System.setProperty("org.jboss.logging.provider", "slf4j");
        // TLS asks when it is first used: a client that begins handshake after handshake on one connection only costs time
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        return switch (args.length == 0 ? "" : args[0]) {
            case "demo" -> DemoCommand.run(rest);
            case "run" -> RunCommand.run(rest);
            case "send" -> new SendCommand(System.out, System.err).run(rest);
            case "try-mapping" -> new TryMappingCommand(System.out, System.err, System.getenv()).run(rest);
            case "bench" -> new BenchCommand(Benches.ALL, System.out, System.err).run(rest);
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }
}
