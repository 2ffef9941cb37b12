package org.caseward.matching.scoring;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which side of the body an injury is on, by its words or by the last character of an ICD-10-CM code that has one (1 right, 2 left; fractures also 4 and 5, where they are not
 * displaced). Codes of single fingers count those instead and tell no side.
 */
final class Laterality {
    private static final Set<Region> PAIRED = EnumSet.of(
            Region.EYE,
            Region.EAR,
            Region.SHOULDER,
            Region.FOREARM,
            Region.HAND,
            Region.THIGH,
            Region.LEG,
            Region.FOOT);
    private static final List<String> SINGLE_FINGERS = List.of(
            "S612", "S613", "S626", "S632", "S634", "S636", "S644", "S655", "S661", "S663", "S665", "S681", "S686");
    /** Category and subcategory: shorter codes have no place for a side. */
    private static final int SHORTEST = 5;
    /** The seventh character tells the encounter. */
    private static final int ENCOUNTER = 6;

    private Laterality() {}

    /** @return {@code L}, {@code R}, or empty where nothing tells or both are named */
    static String of(List<BodyPart> parts, List<String> diagnoses) {
        String side = "";
        for (BodyPart part : parts) {
            if (!part.side().isEmpty() && !side.isEmpty() && !side.equals(part.side())) {
                return "";
            }
            side = part.side().isEmpty() ? side : part.side();
        }
        return side.isEmpty() && parts.stream().noneMatch(BodyPart::known) ? ofCodes(diagnoses) : side;
    }

    private static String ofCodes(List<String> diagnoses) {
        String side = "";
        for (String code : diagnoses) {
            String one = ofCode(code);
            if (!one.isEmpty() && !side.isEmpty() && !side.equals(one)) {
                return "";
            }
            side = one.isEmpty() ? side : one;
        }
        return side;
    }

    static String ofCode(String code) {
        Region region = Region.ofCode(code);
        if (region == null
                || !PAIRED.contains(region)
                || SINGLE_FINGERS.stream().anyMatch(code::startsWith)) {
            return "";
        }
        int end = Math.min(code.length(), ENCOUNTER);
        while (end > 0 && code.charAt(end - 1) == 'X') {
            end--;
        }
        boolean fracture = code.charAt(0) == 'S' && code.charAt(2) == '2';
        return end < SHORTEST
                ? ""
                : switch (code.charAt(end - 1)) {
                    case '1' -> "R";
                    case '2' -> "L";
                    case '4' -> fracture ? "R" : "";
                    case '5' -> fracture ? "L" : "";
                    default -> "";
                };
    }
}
