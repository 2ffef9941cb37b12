package org.caseward.standards.levels;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;

/** The kind of an HL7 v2 message: the first component of MSH-9. */
final class Hl7Kind {
    private Hl7Kind() {}

    /** {@code ORU}, {@code MDM} …; empty where the message does not say. */
    static String of(Message message) {
        try {
            String kind = Terser.get((Segment) message.get("MSH"), 9, 0, 1, 1);
            return kind == null ? "" : kind.strip();
        } catch (HL7Exception e) {
            throw new IllegalStateException("A parsed message has no header", e);
        }
    }
}
