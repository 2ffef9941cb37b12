package org.caseward.bench.population;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What happened to somebody.
 *
 * @param part index into the parts of the body
 * @param side 1 right, 2 left, 0 where the part has none
 * @param code which of the part's diagnoses
 */
record Injury(LocalDate date, int part, int side, int code) {
    /** What it is called, whether it has sides, ICD-10-CM codes ({@code #} is the side's digit) and how often it is hurt. */
    private record Part(List<String> words, boolean sided, List<String> codes, int weight) {}

    private static final List<Part> PARTS = List.of(
            part("low back|lumbar spine|lower back|back", false, "S39.012A|M54.50|S33.5XXA|M51.26", 20),
            part("knee|knee joint|meniscus", true, "S83.41#A|S83.20#A|S80.0#XA|M23.5#", 13),
            part("shoulder|rotator cuff", true, "S43.40#A|S46.01#A|M75.10#|S43.00#A", 14),
            part("neck|cervical spine", false, "S13.4XXA|M54.2|S16.1XXA", 8),
            part("wrist|wrist joint", true, "S63.50#A|S62.10#A|G56.0#", 8),
            part("ankle", true, "S93.40#A|S82.6#XA|S93.41#A", 8),
            part("hand", true, "S61.41#A|S60.22#A|S62.30#A", 8),
            part("finger|thumb", true, "S61.20#A|S62.60#A|S60.1#XA", 8),
            part("foot|heel", true, "S90.3#XA|S92.30#A|M72.2", 5),
            part("elbow", true, "S53.40#A|M77.1#|S50.0#XA", 4),
            part("head|skull", false, "S06.0X0A|S09.90XA|S00.83XA", 4),
            part("hip", true, "S73.10#A|S70.0#XA|M70.6#", 3),
            part("eye", true, "S05.0#XA|T15.0#XA|S05.1#XA", 2),
            part("rib|chest wall", false, "S20.21#A|S22.41XA", 3),
            part("groin|abdomen", false, "K40.90|S39.011A", 3));
    private static final Weighted<Integer> FREQUENCIES = new Weighted<>(
            java.util.stream.IntStream.range(0, PARTS.size()).boxed().toList(),
            PARTS.stream().mapToDouble(Part::weight).toArray());
    private static final List<String> OTHER_COMPLAINTS = List.of("I10", "E11.9", "E78.5", "F41.9", "J45.909", "E66.9");

    private static Part part(String words, boolean sided, String codes, int weight) {
        return new Part(List.of(words.split("\\|")), sided, List.of(codes.split("\\|")), weight);
    }

    static Injury any(LocalDate date, RandomGenerator random) {
        int part = FREQUENCIES.pick(random);
        Part hurt = PARTS.get(part);
        int side = hurt.sided() ? 1 + random.nextInt(2) : 0;
        return new Injury(date, part, side, random.nextInt(hurt.codes().size()));
    }

    /** As the agency's file says it. */
    String bodyPart() {
        return (side == 0 ? "" : side == 1 ? "right " : "left ")
                + PARTS.get(part).words().getFirst();
    }

    /** As somebody else may say it. */
    String bodyPartAsWritten(RandomGenerator random) {
        List<String> words = PARTS.get(part).words();
        String word = words.get(random.nextInt(10) < 6 ? 0 : random.nextInt(words.size()));
        if (side == 0 || random.nextInt(100) < 12) {
            return Faults.capital(word);
        }
        String[] spoken =
                side == 1 ? new String[] {"right", "Right", "R", "Rt"} : new String[] {"left", "Left", "L", "Lt"};
        return spoken[random.nextInt(spoken.length)] + " " + word;
    }

    String diagnosis() {
        return code(code);
    }

    /** Seen anew by another: mostly the same code, in another encounter, or another code of the same part; now and then one beside the point. */
    String diagnosisAsWritten(RandomGenerator random) {
        int kind = random.nextInt(100);
        if (kind >= 95) {
            return OTHER_COMPLAINTS.get(random.nextInt(OTHER_COMPLAINTS.size()));
        }
        String same =
                code(kind < 75 ? code : random.nextInt(PARTS.get(part).codes().size()));
        return same.endsWith("A") && random.nextBoolean() ? same.substring(0, same.length() - 1) + "D" : same;
    }

    boolean samePlace(Injury other) {
        return part == other.part && side == other.side;
    }

    private String code(int which) {
        return PARTS.get(part).codes().get(which).replace('#', side == 0 ? '1' : (char) ('0' + side));
    }
}
