package org.caseward.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where tests find US Core: among the public samples beside the project, never inside it. All tests of a run share one validator, because they name one folder. */
public final class FhirPackages {
    private static final Path SAMPLES = Path.of("../shared/corpora/interop/fhir-packages__CC0");

    private FhirPackages() {}

    public static Path folder() {
        return Files.isDirectory(SAMPLES) ? SAMPLES : Path.of("packages/fhir");
    }

    /** Skips the test, loudly, where there is no US Core. */
    public static void needed() {
        if (!Files.isDirectory(SAMPLES)) {
            String why = "PROFILE TESTS SKIPPED: no US Core packages at " + SAMPLES
                    + ". Lay hl7.fhir.us.core's .tgz there (packages.fhir.org).";
            System.err.println(why);
            Assumptions.abort(why);
        }
    }
}
