package org.caseward.demo.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.Person;

/** Writes an HL7 v2.5.1 message segment by segment. */
final class Hl7Message {
    private final StringBuilder text = new StringBuilder(1200);
    private int observations;
    private int notes;

    Hl7Message(Clinic sender, String type, String controlId, LocalDate day) {
        add("MSH|^~\\&|" + sender.application() + "|" + sender.facility() + "|CASEWARD|LAKEHARBOR|" + date(day)
                + "101500-0600||" + type + "|" + controlId + "|P|2.5.1");
    }

    Hl7Message add(String segment) {
        text.append(segment).append('\r');
        return this;
    }

    Hl7Message patient(Person p, Clinic sender) {
        return patient(p, sender, date(p.birthDate()));
    }

    Hl7Message patient(Person p, Clinic sender, String born) {
        String name = String.join(
                "^",
                escape(p.family()),
                escape(p.given()),
                p.middle(),
                p.suffix().orElse(""));
        String home = p.address().line() + "^^" + p.address().city() + "^"
                + p.address().state() + "^" + p.address().zip();
        return add("PID|1||MR" + p.id().substring(3) + "^^^" + sender.facility() + "^MR~" + p.employeeNumber()
                + "^^^LAKEHARBOR^EI||" + name + "||" + born + "|" + p.sex() + "|||" + escape(home) + "||"
                + p.phone().replace(" ", ""));
    }

    Hl7Message visit(Clinic.Physician physician) {
        return add("PV1|1|O|CLINIC^1||||" + xcn(physician));
    }

    /** @param code LOINC, with its name: {@code 11506-3^Progress note} */
    Hl7Message order(String number, String code, LocalDate day, Clinic.Physician physician) {
        return add("OBR|1|" + number + "|" + number + "F|" + code + "^LN|||" + date(day) + "093000|||||||||"
                + xcn(physician) + "||||||" + date(day) + "100000|||F");
    }

    /** A line of the report's text. */
    Hl7Message line(String words) {
        return line(words, "F");
    }

    Hl7Message line(String words, String status) {
        return add("OBX|" + ++observations + "|TX|11506-3^Note^LN|" + observations + "|" + escape(words) + "||||||"
                + status);
    }

    Hl7Message value(String code, String type, String value, String unit, String range) {
        return add("OBX|" + ++observations + "|" + type + "|" + code + "^LN||" + value + "|" + unit + "|" + range
                + "|N|||F");
    }

    Hl7Message note(String words) {
        return add("NTE|" + ++notes + "||" + escape(words));
    }

    Hl7Message pdf(String base64) {
        return embedded("^application^pdf", base64);
    }

    /** @param kind {@code ^application^pdf}: source, type and subtype */
    Hl7Message embedded(String kind, String base64) {
        return add("OBX|" + ++observations + "|ED|PDF^Report in PDF^L||" + kind + "^Base64^" + base64 + "||||||F");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String xcn(Clinic.Physician p) {
        return p.npi() + "^" + p.family() + "^" + p.given() + "^^^Dr.^" + p.degree() + "^^NPI^L^^^NPI";
    }

    static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escape(String words) {
        return words.replace("\\", "\\E\\").replace("|", "\\F\\").replace("&", "\\T\\");
    }
}
