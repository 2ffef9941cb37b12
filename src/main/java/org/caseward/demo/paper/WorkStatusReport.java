package org.caseward.demo.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.demo.world.Person;

/**
 * What is written on a work status report, by the form's labels. A fault is a copy with a value changed or left out.
 *
 * @param signatureSeed whose hand signs
 */
public record WorkStatusReport(Clinic clinic, SequencedMap<String, String> values, long signatureSeed) {
    public static final String NAME = "Patient name";
    public static final String BIRTH_DATE = "Date of birth";
    public static final String CLAIM = "Claim number";
    public static final String CASE = "Case number";
    public static final String INJURED = "Date of injury";
    public static final String SSN = "SSN (last 4)";
    public static final String EMPLOYEE = "Employee number";
    public static final String BODY_PART = "Body part";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    /** A report of a visit that keeps somebody off work for two weeks, restricts them or sends them back. */
    public static WorkStatusReport of(OpenCase c, LocalDate visit, Status status) {
        Person person = c.person();
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        SequencedMap<String, String> v = new LinkedHashMap<>();
        v.put(NAME, person.familyFirst());
        v.put(BIRTH_DATE, date(person.birthDate()));
        v.put(CLAIM, c.claimNumber());
        v.put(CASE, c.caseNumber());
        v.put(INJURED, date(c.injuryDate()));
        v.put(SSN, person.ssnLast4());
        v.put(EMPLOYEE, person.employeeNumber());
        v.put("Employer", person.employer());
        v.put(BODY_PART, c.bodyPart());
        v.put("Diagnosis", c.diagnosis());
        v.put("Date of visit", date(visit));
        v.put("Work status", status.boxes());
        v.put("From", date(visit));
        v.put("Through", date(visit.plusDays(14)));
        v.put("Restrictions", status.restrictions());
        v.put("Follow-up", date(visit.plusDays(14)));
        v.put("Physician", physician.name());
        v.put("NPI", physician.npi());
        v.put("Phone", c.clinic().phone());
        v.put("Fax", c.clinic().fax());
        v.put("Date", date(visit));
        return new WorkStatusReport(c.clinic(), v, physician.npi().hashCode());
    }

    /** What the box ticked says. */
    public enum Status {
        OFF("[X] off work  [ ] restricted duty  [ ] full duty", "None while off work"),
        RESTRICTED("[ ] off work  [X] restricted duty  [ ] full duty", "No lifting over 10 pounds, no climbing"),
        FULL("[ ] off work  [ ] restricted duty  [X] full duty", "None");

        private final String boxes;
        private final String restrictions;

        Status(String boxes, String restrictions) {
            this.boxes = boxes;
            this.restrictions = restrictions;
        }

        String boxes() {
            return boxes;
        }

        String restrictions() {
            return restrictions;
        }
    }

    public WorkStatusReport with(String label, String value) {
        SequencedMap<String, String> copy = new LinkedHashMap<>(values);
        copy.put(label, value);
        return new WorkStatusReport(clinic, copy, signatureSeed);
    }

    /** As an office leaves a line empty. */
    public WorkStatusReport without(String label) {
        return with(label, "");
    }

    String line(String label) {
        return label + ": " + values.getOrDefault(label, "");
    }

    Map<String, String> all() {
        return values;
    }

    private static String date(LocalDate day) {
        return day.format(DATE);
    }

    @Override
    public String toString() {
        return "WorkStatusReport[" + clinic.id() + "]";
    }
}
