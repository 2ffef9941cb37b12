package org.caseward.matching.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A part of the body that two writers may name differently. Words that are not in the table are no evidence, for or against.
 *
 * @param side {@code L}, {@code R}, or empty for both, none or unsaid
 */
public record BodyPart(String part, String side) {
    /** Something was said that is not in the table: it tells of an injury, not of which. */
    private static final String UNKNOWN = "?";

    private static final Map<String, String> SIDES =
            Map.of("left", "L", "lt", "L", "l", "L", "right", "R", "rt", "R", "r", "R");
    private static final Map<String, String> PARTS = parts(
            "head:head,skull,brain,concussion",
            "eye:eye,eyes",
            "ear:ear,ears,hearing",
            "face:face,facial,jaw,nose,nasal,mouth,dental,tooth,teeth,chin,cheek",
            "neck:neck,cervical",
            "shoulder:shoulder,shoulders,clavicle,rotator",
            "upper arm:humerus,biceps,bicep,triceps",
            "elbow:elbow,elbows",
            "forearm:forearm,ulna,radius",
            "wrist:wrist,wrists,carpal",
            "hand:hand,hands",
            "lung:lung,lungs,pulmonary,respiratory",
            "heart:heart,cardiac",
            "mind:psyche,psychological,psychiatric,mental,ptsd",
            "finger:finger,fingers,thumb,thumbs",
            "chest:chest,rib,ribs,ribcage,thorax,sternum",
            "back:back,lumbar,thoracic,lumbosacral,spine,sacrum,sacral,sacroiliac,coccyx,tailbone",
            "abdomen:abdomen,abdominal,groin,hernia",
            "hip:hip,hips,pelvis",
            "thigh:thigh,femur,hamstring,quadriceps",
            "knee:knee,knees,patella,meniscus",
            "lower leg:shin,calf,tibia,fibula",
            "ankle:ankle,ankles,achilles",
            "foot:foot,feet,heel",
            "toe:toe,toes");

    /** The parts named in these texts; one that is not {@link #known} for each text without a known word. */
    public static List<BodyPart> of(Collection<String> texts) {
        List<BodyPart> found = new ArrayList<>();
        for (String text : texts) {
            String[] words = text.toLowerCase(Locale.ROOT).split("[^a-z]+");
            String side = Arrays.stream(words)
                    .map(SIDES::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("");
            List<String> parts = Arrays.stream(words)
                    .map(PARTS::get)
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .toList();
            parts.forEach(part -> found.add(new BodyPart(part, side)));
            if (parts.isEmpty() && !text.isBlank()) {
                found.add(new BodyPart(UNKNOWN, ""));
            }
        }
        return found;
    }

    /** The best level among all pairs: a report may name more parts than the case. */
    static Level compare(List<BodyPart> report, List<BodyPart> known) {
        Level best = Level.MISSING;
        for (BodyPart one : report) {
            for (BodyPart other : known) {
                best = Best.of(best, one.with(other));
            }
        }
        return best;
    }

    /** Whether it is a part that the table knows. */
    boolean known() {
        return !part.equals(UNKNOWN);
    }

    private Level with(BodyPart other) {
        if (!known()) {
            return Level.MISSING;
        }
        if (!part.equals(other.part)) {
            return known() && other.known() ? Level.DIFFERENT : Level.MISSING;
        }
        if (side.equals(other.side)) {
            return Level.EXACT;
        }
        return side.isEmpty() || other.side.isEmpty() ? Level.NEAR : Level.OPPOSITE;
    }

    private static Map<String, String> parts(String... lines) {
        Map<String, String> parts = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 1).split(",")) {
                parts.put(word, line.substring(0, colon));
            }
        }
        return parts;
    }
}
