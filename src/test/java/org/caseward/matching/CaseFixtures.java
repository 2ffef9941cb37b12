package org.caseward.matching;

import java.time.LocalDate;
import java.util.List;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;
import org.jspecify.annotations.Nullable;

/** Fictional people and their cases. */
public final class CaseFixtures {
    private CaseFixtures() {}

    public static Person person(String id, String family, String given, @Nullable String birthDate) {
        return new Person(
                id,
                family,
                given,
                null,
                null,
                List.of(),
                birthDate == null ? null : LocalDate.parse(birthDate),
                null,
                null,
                null,
                null,
                List.of());
    }

    public static Person withSuffix(Person p, String suffix) {
        return new Person(
                p.id(),
                p.family(),
                p.given(),
                null,
                suffix,
                List.of(),
                p.birthDate(),
                p.sex(),
                null,
                null,
                null,
                List.of());
    }

    public static Person known(Person p, String sex, String ssnLast4, String employeeNumber, String formerFamily) {
        return new Person(
                p.id(),
                p.family(),
                p.given(),
                null,
                p.suffix(),
                List.of(formerFamily),
                p.birthDate(),
                sex,
                ssnLast4,
                employeeNumber,
                null,
                List.of());
    }

    public static CaseFile openCase(String program, String number, Person person) {
        return caseOf(program, number, "open", person, "2026-01-02", "left knee", "WC-" + number.substring(4));
    }

    public static CaseFile closedCase(String program, String number, Person person) {
        return caseOf(program, number, "closed", person, "2026-01-02", "left knee", "WC-" + number.substring(4));
    }

    /** The same case as another program might know it. */
    public static CaseFile in(String program, CaseFile file) {
        return new CaseFile(
                program,
                file.caseNumber(),
                file.claimNumbers(),
                file.status(),
                file.opened(),
                file.closed(),
                file.injuryDate(),
                file.bodyParts(),
                file.diagnoses(),
                file.employer(),
                file.unit(),
                file.coordinator(),
                file.person(),
                file.providers());
    }

    public static CaseFile caseOf(
            String program,
            String number,
            String status,
            Person person,
            String injuryDate,
            String bodyPart,
            String claimNumber) {
        return new CaseFile(
                program,
                number,
                List.of(claimNumber),
                status,
                null,
                null,
                LocalDate.parse(injuryDate),
                List.of(bodyPart),
                List.of("S83.412A"),
                "Harbor City",
                null,
                null,
                person,
                List.of());
    }
}
