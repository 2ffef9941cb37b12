package org.caseward.standards.levels;

import ca.uhn.hl7v2.model.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseward.extraction.Source;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;

/**
 * An HL7 v2 message has the segments without which its kind says nothing (HL7 v2.5.1, chapters 3, 4, 7, 9, 10, 11). Lenient by intent: what real senders leave out although the
 * standard asks for it (EVN, PV1, ORC), and what they add, is no fault here.
 */
final class MessageStructure implements LevelRule {
    private static final Map<String, List<String>> NEEDS = Map.ofEntries(
            Map.entry("ORU", List.of("PID", "OBR", "OBX")),
            Map.entry("MDM", List.of("PID", "TXA")),
            Map.entry("ADT", List.of("PID")),
            Map.entry("ORM", List.of("PID", "ORC")),
            Map.entry("OML", List.of("PID", "ORC")),
            Map.entry("OMG", List.of("PID", "ORC")),
            Map.entry("REF", List.of("PID", "RF1")),
            Map.entry("SIU", List.of("PID", "SCH")),
            Map.entry("DFT", List.of("PID", "FT1")),
            Map.entry("VXU", List.of("PID", "RXA")));
    private static final List<String> ANY = List.of("PID");
    private static final Map<String, String> SAYS = Map.of(
            "PID", "who the patient is",
            "OBR", "what was done or observed",
            "OBX", "what the result is",
            "TXA", "which document it brings",
            "ORC", "what is ordered",
            "RF1", "what the referral is for",
            "SCH", "which appointment it is about",
            "FT1", "what is charged",
            "RXA", "what was given");

    @Override
    public ValidationLevel guards() {
        return ValidationLevel.STRUCTURED;
    }

    @Override
    public List<Missing> missing(CheckedReport report) {
        return report.matched().normalised().extracted().source() instanceof Source.Hl7(Message message)
                ? missing(message)
                : List.of();
    }

    private static List<Missing> missing(Message message) {
        List<Missing> missing = new ArrayList<>();
        String kind = Hl7Kind.of(message);
        if (kind.isEmpty()) {
            missing.add(new Missing(
                    "message-type-missing",
                    "The message does not say what kind it is. Send the type in MSH-9, for example ORU^R01."));
        }
        Set<String> there = Arrays.stream(message.getNames())
                // a segment that comes again later in the message is called OBX2, OBX3 …
                .map(name -> name.length() > 3 ? name.substring(0, 3) : name)
                .collect(Collectors.toSet());
        NEEDS.getOrDefault(kind, ANY).stream()
                .filter(segment -> !there.contains(segment))
                .map(segment -> new Missing(
                        "segment-" + segment.toLowerCase(java.util.Locale.ROOT) + "-missing",
                        "The message has no " + segment + " segment, so it does not say " + SAYS.get(segment)
                                + ". Send it with one."))
                .forEach(missing::add);
        return missing;
    }
}
