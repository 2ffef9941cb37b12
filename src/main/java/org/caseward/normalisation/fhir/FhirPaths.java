package org.caseward.normalisation.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPath.IParsedExpression;

/** The one FHIRPath engine setup of the hub: R4. */
public final class FhirPaths {
    private FhirPaths() {}

    /** An engine for one thread and one report; cheap once the R4 definitions are loaded (some seconds, once). */
    static IFhirPath engine() {
        return FhirContext.forR4Cached().newFhirPath();
    }

    /** @throws IllegalArgumentException where it is no FHIRPath */
    public static IParsedExpression parse(String expression) {
        try {
            return Parsing.ENGINE.parse(expression);
        } catch (Exception wrong) {
            throw new IllegalArgumentException("'" + expression + "' is no FHIRPath: " + wrong.getMessage(), wrong);
        }
    }

    private static final class Parsing {
        static final IFhirPath ENGINE = engine();
    }
}
