package org.caseward.normalisation;

import java.util.List;
import org.caseward.report.Evidence;

/**
 * A text that a rule found, before its functions.
 *
 * @param method {@code hl7}, {@code fhir}, {@code text-layer}, {@code ocr}
 */
public record Found(String raw, double confidence, String method, List<Evidence> evidence) {
    public Found {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
        return "Found[" + method + "]";
    }
}
