package org.caseward.normalisation.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The segments of a message by their name, in the order of the message; groups are walked flat, unknown segments kept. */
public final class Hl7Segments {
    private final Map<String, List<Segment>> byName = new HashMap<>();

    public Hl7Segments(Message message) {
        collect(message);
    }

    List<Segment> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    private void collect(Group group) {
        for (String name : group.getNames()) {
            for (Structure structure : all(group, name)) {
                if (structure instanceof Group inner) {
                    collect(inner);
                } else if (structure instanceof Segment segment) {
                    byName.computeIfAbsent(segment.getName(), any -> new ArrayList<>())
                            .add(segment);
                }
            }
        }
    }

    private static Structure[] all(Group group, String name) {
        try {
            return group.getAll(name);
        } catch (HL7Exception noSuchName) {
            return new Structure[0];
        }
    }
}
