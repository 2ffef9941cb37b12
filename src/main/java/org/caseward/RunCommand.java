package org.caseward;

import java.util.List;
import java.util.Map;
import org.caseward.setup.StartGuard;
import org.springframework.boot.SpringApplication;

/** {@code caseward run}: the hub for real use. It does not start where something that keeps it safe is missing, and names all of it at once. */
final class RunCommand {
    static final int KEEPS_RUNNING = -1;
    private static final int REFUSED = 2;

    private RunCommand() {}

    static int run(List<String> arguments) {
        SpringApplication application = new SpringApplication(HubApplication.class);
        // configuration may say otherwise
        application.setDefaultProperties(Map.of("caseward.fhir.validator-warm-after", "PT20S"));
        application.addInitializers(context -> StartGuard.check(context.getEnvironment()));
        try {
            application.run(arguments.toArray(String[]::new));
            return KEEPS_RUNNING;
        } catch (StartGuard.Unsafe e) {
            System.err.println("Caseward does not start, because:");
            e.missing().forEach(line -> System.err.println("  - " + line));
            System.err.println("See docs/operating.md for each setting.");
            return REFUSED;
        }
    }
}
