package org.caseward.demo.world;

import java.time.LocalDate;
import java.util.List;

/**
 * A fictional open case.
 *
 * @param claimNumbers the claims administrator's numbers, at least one
 * @param injury what happened, in words
 * @param bodyPart with its side: {@code left knee}
 * @param diagnosis ICD-10-CM
 */
public record OpenCase(
        String program,
        String caseNumber,
        List<String> claimNumbers,
        LocalDate opened,
        LocalDate injuryDate,
        String injury,
        String bodyPart,
        String diagnosis,
        String coordinator,
        Person person,
        Clinic clinic) {
    public OpenCase {
        claimNumbers = List.copyOf(claimNumbers);
    }

    public String claimNumber() {
        return claimNumbers.getFirst();
    }

    /** The same part on the other side, for a report that contradicts its case; the same words where it has no side. */
    public String otherSide() {
        return bodyPart.startsWith("left ")
                ? "right " + bodyPart.substring(5)
                : bodyPart.startsWith("right ") ? "left " + bodyPart.substring(6) : bodyPart;
    }

    /** The same case as if somebody else had it, for a report that mixes two people up. */
    public OpenCase of(Person other) {
        return new OpenCase(
                program,
                caseNumber,
                claimNumbers,
                opened,
                injuryDate,
                injury,
                bodyPart,
                diagnosis,
                coordinator,
                other,
                clinic);
    }

    public OpenCase injuredOn(LocalDate other) {
        return new OpenCase(
                program,
                caseNumber,
                claimNumbers,
                opened,
                other,
                injury,
                bodyPart,
                diagnosis,
                coordinator,
                person,
                clinic);
    }

    public OpenCase numbered(String claim) {
        return new OpenCase(
                program,
                caseNumber,
                List.of(claim),
                opened,
                injuryDate,
                injury,
                bodyPart,
                diagnosis,
                coordinator,
                person,
                clinic);
    }

    public OpenCase seenAt(Clinic other) {
        return new OpenCase(
                program,
                caseNumber,
                claimNumbers,
                opened,
                injuryDate,
                injury,
                bodyPart,
                diagnosis,
                coordinator,
                person,
                other);
    }

    public boolean hasSide() {
        return !otherSide().equals(bodyPart);
    }

    @Override
    public String toString() {
        return "OpenCase[" + caseNumber + "]";
    }
}
