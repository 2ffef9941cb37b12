package org.caseward.demo.samples;

import java.time.LocalDate;
import java.util.Base64;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.paper.WorkStatusReport;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;

/** The messages that the clinics' systems write about a case. */
final class Hl7Reports {
    private Hl7Reports() {}

    /** A visit's progress note, with the lines that speak of work. */
    static Hl7Message progressNote(OpenCase c, String controlId, LocalDate day) {
        return progressNote(
                c, controlId, day, c.bodyPart(), Hl7Message.date(c.person().birthDate()));
    }

    static Hl7Message progressNote(OpenCase c, String controlId, LocalDate day, String bodyPart, String born) {
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        return new Hl7Message(c.clinic(), "ORU^R01^ORU_R01", controlId, day)
                .patient(c.person(), c.clinic(), born)
                .visit(physician)
                .order("PN" + controlId, "11506-3^Progress note", day, physician)
                .line("Seen today for " + c.injury() + ".")
                .line("Claim no: " + c.claimNumber())
                .line("Injury date: " + c.injuryDate())
                .line("Body part: " + bodyPart)
                .line("Work status: off work from " + day + " through " + day.plusDays(14))
                .line("Follow-up: " + day.plusDays(14));
    }

    static Hl7Message imaging(OpenCase c, String controlId, LocalDate day) {
        Clinic.Physician physician = c.clinic().physicians().getLast();
        return new Hl7Message(c.clinic(), "ORU^R01^ORU_R01", controlId, day)
                .patient(c.person(), c.clinic())
                .visit(physician)
                .order("IM" + controlId, "18748-4^Diagnostic imaging study", day, physician)
                .note("Claim no: " + c.claimNumber())
                .note("Body part: " + c.bodyPart())
                .line("Impression: findings in keeping with " + c.injury() + ". No acute fracture seen.");
    }

    static Hl7Message laboratory(OpenCase c, String controlId, LocalDate day) {
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        return new Hl7Message(c.clinic(), "ORU^R01^ORU_R01", controlId, day)
                .patient(c.person(), c.clinic())
                .visit(physician)
                .order("LB" + controlId, "11502-2^Laboratory report", day, physician)
                .value("718-7^Hemoglobin", "NM", "14.1", "g/dL", "12.0-15.5")
                .value("6690-2^Leukocytes", "NM", "7.2", "10*3/uL", "4.0-11.0")
                .value("4548-4^Hemoglobin A1c", "NM", "5.4", "%", "4.0-5.6")
                .note("Claim no: " + c.claimNumber())
                .note("Injury date: " + c.injuryDate());
    }

    /** A document message with the work status report as PDF; the numbers stand only in the PDF. */
    static Hl7Message document(OpenCase c, String controlId, LocalDate day, WorkStatusForm form) {
        byte[] pdf = form.pdf(WorkStatusReport.of(c, day, WorkStatusReport.Status.RESTRICTED));
        return documentHeader(c, controlId, day, "WS^Work status report")
                .pdf(Base64.getEncoder().encodeToString(pdf));
    }

    /** A document message that carries a C-CDA; the number of the claim stands only in that. */
    static Hl7Message clinicalDocument(OpenCase c, String controlId, LocalDate day) {
        byte[] note = ClinicalNote.progressNote(c, "CDA" + controlId, day);
        return documentHeader(c, controlId, day, "PN^Progress note")
                .embedded("^text^xml", Base64.getEncoder().encodeToString(note));
    }

    /** A document message whose text stands in its lines. */
    static Hl7Message dischargeSummary(OpenCase c, String controlId, LocalDate day) {
        return documentHeader(c, controlId, day, "DS^Discharge summary")
                .line("Claim no: " + c.claimNumber())
                .line("Treated for " + c.injury() + " and discharged in good condition.")
                .line("Work status: restricted duty from " + day + " through " + day.plusDays(21));
    }

    private static Hl7Message documentHeader(OpenCase c, String controlId, LocalDate day, String type) {
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        return new Hl7Message(c.clinic(), "MDM^T02^MDM_T02", controlId, day)
                .add("EVN|T02|" + Hl7Message.date(day) + "101500")
                .patient(c.person(), c.clinic())
                .visit(physician)
                .add("TXA|1|" + type + "|TX|" + Hl7Message.date(day) + "093000||||" + "|" + Hl7Message.xcn(physician)
                        + "|||DOC" + controlId + "|||||AU");
    }

    /** A change of somebody's data, with the accident and the insurance that name the claim. */
    static Hl7Message patientUpdate(OpenCase c, String controlId, LocalDate day) {
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        return new Hl7Message(c.clinic(), "ADT^A08^ADT_A01", controlId, day)
                .add("EVN|A08|" + Hl7Message.date(day) + "101500")
                .patient(c.person(), c.clinic())
                .visit(physician)
                .add("DG1|1||" + c.diagnosis() + "^" + c.injury() + "^I10|||W")
                .add("IN1|1|WC^Workers' compensation|LHTPA|Lake Harbor Claims Services" + "|".repeat(32)
                        + c.claimNumber())
                .add("ACC|" + Hl7Message.date(c.injuryDate()) + "080000|WC^Work related");
    }
}
