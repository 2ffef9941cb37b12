package org.caseward.review;

import java.util.List;

/**
 * A case as a coordinator compares it with a report; what is not known is empty. Dates ISO 8601.
 *
 * @param person family name, given and middle names, suffix
 */
record CaseCard(
        String program,
        String caseNumber,
        boolean closed,
        String person,
        String birthDate,
        String injuryDate,
        List<String> bodyParts,
        List<String> claimNumbers,
        String coordinator) {
    CaseCard {
        bodyParts = List.copyOf(bodyParts);
        claimNumbers = List.copyOf(claimNumbers);
    }

    @Override
    public String toString() {
        return "CaseCard[" + program + "/" + caseNumber + "]";
    }
}
