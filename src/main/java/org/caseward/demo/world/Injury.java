package org.caseward.demo.world;

import java.util.List;
import java.util.Optional;

/**
 * A kind of injury with its ICD-10-CM codes (FY 2026 code set).
 *
 * @param left the code for the left side, or the only one where the part has no side
 * @param right empty where the part has no side
 */
public record Injury(String part, String name, String left, Optional<String> right) {
    static final List<Injury> KNOWN = List.of(
            sided("knee", "sprain of the medial collateral ligament", "S83.412A", "S83.411A"),
            sided("ankle", "sprain of the ankle", "S93.402A", "S93.401A"),
            sided("shoulder", "strain of the rotator cuff", "S46.012A", "S46.011A"),
            sided("wrist", "sprain of the wrist", "S63.502A", "S63.501A"),
            sided("hand", "laceration without foreign body", "S61.412A", "S61.411A"),
            sided("elbow", "contusion of the elbow", "S50.02XA", "S50.01XA"),
            sided("foot", "contusion of the foot", "S90.32XA", "S90.31XA"),
            sided("hip", "contusion of the hip", "S70.02XA", "S70.01XA"),
            sided("forearm", "fracture of the lower end of the radius", "S52.502A", "S52.501A"),
            sided("knee", "contusion of the knee", "S80.02XA", "S80.01XA"),
            sided("wrist", "carpal tunnel syndrome", "G56.02", "G56.01"),
            new Injury("lower back", "strain of the lower back", "S39.012A", Optional.empty()),
            new Injury("neck", "sprain of the cervical spine", "S13.4XXA", Optional.empty()),
            new Injury("head", "concussion without loss of consciousness", "S06.0X0A", Optional.empty()));

    private static Injury sided(String part, String name, String left, String right) {
        return new Injury(part, name, left, Optional.of(right));
    }

    boolean hasSides() {
        return right.isPresent();
    }

    String bodyPart(boolean onTheLeft) {
        return hasSides() ? (onTheLeft ? "left " : "right ") + part : part;
    }

    String code(boolean onTheLeft) {
        return onTheLeft ? left : right.orElse(left);
    }
}
