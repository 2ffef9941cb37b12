package org.caseward.report;

import java.util.List;

/**
 * One value of one field, with all that is known about how it came to be.
 *
 * @param value the normalised value (dates ISO 8601)
 * @param raw as the sender wrote it
 * @param confidence 0 to 1; 1 for values that were not read by a machine from an image
 * @param method {@code hl7}, {@code fhir}, {@code text-layer}, {@code ocr}, {@code acroform}, {@code person} …
 * @param mapping id of the mapping by which it was read; its version and hash stand among the record's mappings. Empty where no mapping read it
 */
public record FieldValue(
        String value, String raw, double confidence, String method, List<Evidence> evidence, String mapping) {
    public FieldValue {
        evidence = List.copyOf(evidence);
    }

    /** One that no mapping read. */
    public FieldValue(String value, String raw, double confidence, String method, List<Evidence> evidence) {
        this(value, raw, confidence, method, evidence, "");
    }

    @Override
    public String toString() {
        // values are a person's: they must not reach a log by way of a stray toString
        return "FieldValue[" + method + "]";
    }
}
