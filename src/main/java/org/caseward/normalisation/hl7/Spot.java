package org.caseward.normalisation.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;

/**
 * A place in a message.
 *
 * @param name the segment as evidence writes it: {@code PID}, or {@code OBX[3]} where it repeats
 * @param field 0 for the whole segment
 * @param repetition from 0
 * @param component 0 for the whole field
 * @param sub 0 for the whole component
 */
public record Spot(Segment segment, String name, int field, int repetition, int component, int sub) {
    static int repetitions(Segment segment, int field) {
        try {
            return field > segment.numFields() ? 0 : segment.getField(field).length;
        } catch (HL7Exception noSuchField) {
            return 0;
        }
    }

    Spot at(int aField, int aRepetition, int aComponent, int aSub) {
        return new Spot(segment, name, aField, aRepetition, aComponent, aSub);
    }

    /** The text there, empty where there is none; of a whole field or component its first part. */
    public String text() {
        if (field == 0 || repetition >= repetitions(segment, field)) {
            return "";
        }
        try {
            String text = Terser.get(segment, field, repetition, Math.max(component, 1), Math.max(sub, 1));
            return text == null || text.equals("\"\"") ? "" : text;
        } catch (HL7Exception noSuchPlace) {
            return "";
        }
    }

    /** As evidence: {@code PID-5.1}, {@code PID-3[2].1}, {@code OBX[3]-5}. */
    public String path() {
        StringBuilder path = new StringBuilder(name);
        if (field > 0) {
            path.append('-').append(field);
            if (repetitions(segment, field) > 1) {
                path.append('[').append(repetition + 1).append(']');
            }
        }
        if (component > 0) {
            path.append('.').append(component);
        }
        return sub > 0 ? path.append('.').append(sub).toString() : path.toString();
    }
}
