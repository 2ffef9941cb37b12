package org.caseward.matching.scoring;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rough part of the body that a word or an ICD-10-CM code speaks of, so that a report's body part and a case's diagnosis can be compared. Codes that tell no part, or that
 * reach over several, tell nothing.
 */
public enum Region {
    HEAD("head,face", "S00,S01,S02,S03,S04,S06,S07,S08,S09,G44"),
    EYE("eye", "S05,T15,T26,H0,H1,H2,H3,H4,H5"),
    EAR("ear", "H6,H7,H8,H9"),
    NECK("neck", "S1,M50,M542,M4802,M4722"),
    CHEST("chest", "S20,S21,S225,S224,S223,S222,S25,S26,S27,S28"),
    BACK("back", "S230,S233,S220,S320,S330,S335,S39012,S39022,S39092,S3992,M51,M545,M546,M549,M5416,M5417"),
    ABDOMEN("abdomen", "S31,S35,S36,S37,S39011,S39021,S39091,S3991,K40,K41,K42,K43,K45,K46"),
    SHOULDER("shoulder,upper arm", "S4,M75,M2551,M1901"),
    FOREARM("elbow,forearm", "S5,M2552,M770,M771"),
    HAND("wrist,hand,finger", "S6,G560,M2553,M2554,M654,M653,M1804"),
    THIGH("hip,thigh", "S7,M2555,M16,M706,M707"),
    LEG("knee,lower leg", "S80,S81,S820,S821,S822,S824,S83,S84,S85,S87,S88,S89,M17,M22,M23,M2556,M704,M705,M765"),
    FOOT("ankle,foot,toe", "S9,S825,S826,S828,M2557,M722,M766,M774,M775");

    private static final String INJURIES = "SMTGHK";
    private static final String MIND = "F";
    private static final int LONGEST = 6;
    private static final Map<String, Region> BY_PART = new HashMap<>();
    private static final Map<String, Region> BY_CODE = new HashMap<>();

    private final List<String> parts;
    private final List<String> codes;

    static {
        for (Region region : values()) {
            region.parts.forEach(part -> BY_PART.put(part, region));
            region.codes.forEach(code -> BY_CODE.put(code, region));
        }
    }

    Region(String parts, String codes) {
        this.parts = List.of(parts.split(","));
        this.codes = List.of(codes.split(","));
    }

    /** Where the injury is, by its body parts, or where none is named by its diagnoses ({@code S83412A}); empty where that is not known of each of them. */
    public static Set<Region> of(List<BodyPart> parts, List<String> diagnoses) {
        Set<Region> regions = EnumSet.noneOf(Region.class);
        List<BodyPart> known = parts.stream().filter(BodyPart::known).toList();
        if (!known.isEmpty()) {
            for (BodyPart part : known) {
                Region region = BY_PART.get(part.part());
                if (region == null) {
                    return Set.of();
                }
                regions.add(region);
            }
            return regions;
        }
        for (String diagnosis : diagnoses) {
            if (diagnosis.isEmpty() || INJURIES.indexOf(diagnosis.charAt(0)) < 0) {
                // high blood pressure and the like stand beside an injury and tell nothing of it
                continue;
            }
            Region region = ofCode(diagnosis);
            if (region == null) {
                return Set.of();
            }
            regions.add(region);
        }
        return regions;
    }

    /** All that body parts and diagnoses name; empty where nothing that is named is known. */
    static Set<Region> anywhere(List<BodyPart> parts, List<String> diagnoses) {
        Set<Region> regions = EnumSet.noneOf(Region.class);
        regions.addAll(of(parts, diagnoses));
        regions.addAll(of(List.of(), diagnoses));
        return regions;
    }

    static @org.jspecify.annotations.Nullable Region ofCode(String code) {
        for (int length = Math.min(LONGEST, code.length()); length >= 2; length--) {
            Region region = BY_CODE.get(code.substring(0, length));
            if (region != null) {
                return region;
            }
        }
        return null;
    }

    /** Whether a diagnosis tells of an injury or of what may come of one; high blood pressure and the like do not. */
    public static boolean ofAnInjury(String diagnosis) {
        return !diagnosis.isEmpty() && (INJURIES + MIND).indexOf(diagnosis.charAt(0)) >= 0;
    }

    /** How an injury on a report stands to a case's where body part or diagnosis stand on one side only. */
    static Level compare(Set<Region> report, Set<Region> known) {
        if (report.isEmpty() || known.isEmpty()) {
            return Level.MISSING;
        }
        for (Region region : report) {
            if (known.contains(region)) {
                return Level.NEAR;
            }
        }
        return Level.DIFFERENT;
    }
}
