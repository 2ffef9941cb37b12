package org.caseward.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case with its person, in the shape that {@code POST /api/cases} takes and {@code GET /api/cases/…} gives back.
 *
 * @param claimNumbers from any system of others; the case number is the agency's own
 * @param status {@code open}, {@code closed} or {@code reopened}
 * @param diagnoses accepted ones, ICD-10-CM
 */
public record CaseFile(
        String program,
        String caseNumber,
        List<String> claimNumbers,
        String status,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        @Nullable LocalDate injuryDate,
        List<String> bodyParts,
        List<String> diagnoses,
        @Nullable String employer,
        @Nullable String unit,
        @Nullable String coordinator,
        Person person,
        List<CaseProvider> providers) {
    public CaseFile {
        claimNumbers = List.copyOf(claimNumbers);
        bodyParts = List.copyOf(bodyParts);
        diagnoses = List.copyOf(diagnoses);
        providers = List.copyOf(providers);
    }

    /** A reopened case is as open as one that was never closed. */
    public boolean accepting() {
        return !status.equals("closed");
    }

    /** Its case number and all its claim numbers. */
    public List<String> numbers() {
        return Stream.concat(Stream.of(caseNumber), claimNumbers.stream()).toList();
    }

    /** The same case on another person. */
    CaseFile of(Person other) {
        return new CaseFile(
                program,
                caseNumber,
                claimNumbers,
                status,
                opened,
                closed,
                injuryDate,
                bodyParts,
                diagnoses,
                employer,
                unit,
                coordinator,
                other,
                providers);
    }

    @Override
    public String toString() {
        return "CaseFile[" + program + "]";
    }
}
