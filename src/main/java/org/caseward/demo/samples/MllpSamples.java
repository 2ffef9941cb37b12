package org.caseward.demo.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.demo.world.Person;
import org.caseward.report.Channel;

/** What goes over HL7 v2 by MLLP, to the police program's listener. */
final class MllpSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    private final Cast cast;
    private final List<Sample> samples = new ArrayList<>();

    MllpSamples(Cast cast) {
        this.cast = cast;
    }

    List<Sample> make() {
        plain();
        people();
        contradictions();
        versions();
        broken();
        clinical();
        return List.copyOf(samples);
    }

    private void plain() {
        for (int i = 0; i < 5; i++) {
            OpenCase c = cast.police();
            filed("progress note of a visit", c, Hl7Reports.progressNote(c, next(), DAY.plusDays(i)));
        }
        for (int i = 0; i < 4; i++) {
            OpenCase c = cast.police();
            filed("imaging report, claim in a note", c, Hl7Reports.imaging(c, next(), DAY));
        }
        for (int i = 0; i < 3; i++) {
            OpenCase c = cast.police();
            filed("laboratory report", c, Hl7Reports.laboratory(c, next(), DAY));
        }
        for (WorkStatusForm form : WorkStatusForm.values()) {
            OpenCase c = cast.police();
            filed("document message with a PDF form", c, Hl7Reports.document(c, next(), DAY, form));
        }
        OpenCase discharged = cast.police();
        filed("document message, discharge summary", discharged, Hl7Reports.dischargeSummary(discharged, next(), DAY));
        for (int i = 0; i < 3; i++) {
            OpenCase c = cast.police();
            filed("patient update that names a claim", c, Hl7Reports.patientUpdate(c, next(), DAY));
        }
    }

    private void people() {
        for (int i = 0; i < 2; i++) {
            OpenCase c = cast.oneOfSeveral();
            filed("one of a person's several cases", c, Hl7Reports.progressNote(c, next(), DAY));
        }
        OpenCase namesake = cast.world().namesakes().getLast();
        filed("one of two people of one name", namesake, Hl7Reports.progressNote(namesake, next(), DAY));
        OpenCase stranger = cast.stranger();
        send("unknown person", Hl7Reports.progressNote(stranger, next(), DAY), Expected.inReviewWithoutCase("AA"));
    }

    private void contradictions() {
        OpenCase darius = cast.world().twins().getFirst();
        OpenCase leopold = cast.world().twins().getLast();
        review("twin, the other twin's claim", Hl7Reports.progressNote(leopold.of(darius.person()), next(), DAY));
        OpenCase senior = cast.world().seniorAndJunior().getFirst();
        Person junior = cast.world().seniorAndJunior().getLast().person();
        review("son, the father's claim", Hl7Reports.progressNote(senior.of(junior), next(), DAY));
        review(
                "claim number of somebody else",
                Hl7Reports.progressNote(cast.police().of(cast.police().person()), next(), DAY));
        OpenCase unborn = cast.police();
        send(
                "no birth date, but SSN and employee number",
                Hl7Reports.progressNote(unborn, next(), DAY, unborn.bodyPart(), ""),
                Expected.filed(unborn.caseNumber(), "AA"));
        OpenCase sided = cast.policeWithSide();
        review(
                "the other side of the body",
                Hl7Reports.progressNote(
                        sided,
                        next(),
                        DAY,
                        sided.otherSide(),
                        Hl7Message.date(sided.person().birthDate())));
        review(
                "case of another program",
                Hl7Reports.progressNote(cast.city().seenAt(cast.police().clinic()), next(), DAY));
    }

    private void versions() {
        OpenCase c = cast.police();
        Sample first = filed("progress note, first version", c, Hl7Reports.progressNote(c, next(), DAY));
        String number = next();
        byte[] corrected = new String(
                        Hl7Reports.progressNote(c, number, DAY.plusDays(1)).bytes(), StandardCharsets.UTF_8)
                .replace("PN" + number, "PN" + first.controlId())
                .replace("||||||F\r", "||||||C\r")
                .getBytes(StandardCharsets.UTF_8);
        add("correction of it (OBX-11 C)", number, corrected, true, Expected.inReview("AA"), first);
        samples.add(first.again(id()));
    }

    private void broken() {
        OpenCase c = cast.police();
        Clinic rogue = new Clinic(
                "", "", "", "", "", "ROGUE", "NOWHERE", "", "", c.clinic().physicians());
        send(
                "sender that nobody registered",
                Hl7Reports.progressNote(c.seenAt(rogue), next(), DAY),
                Expected.quarantined("AR"));
        samples.add(sample(
                "garbage in a frame",
                "",
                bytes("GET /report HTTP/1.1\r\nHost: hub\r\n\r\n"),
                true,
                Expected.quarantined("AR")));
        samples.add(sample(
                "bytes without a frame",
                "",
                bytes("hello, is this the lab line?\r\n"),
                false,
                Expected.notKept("closed")));
    }

    private void clinical() {
        OpenCase c = cast.police();
        filed("document message with a C-CDA", c, Hl7Reports.clinicalDocument(c, next(), DAY));
    }

    private Sample filed(String what, OpenCase c, Hl7Message message) {
        return send(what, message, Expected.filed(c.caseNumber(), "AA"));
    }

    private void review(String what, Hl7Message message) {
        send(what, message, Expected.inReview("AA"));
    }

    private Sample send(String what, Hl7Message message, Expected expected) {
        // each id is used once: next() named the message, id() still names the sample
        Sample sample = sample(what, controlId(id()), message.bytes(), true, expected);
        samples.add(sample);
        return sample;
    }

    private void add(String what, String controlId, byte[] bytes, boolean framed, Expected expected, Sample after) {
        samples.add(sample(what, controlId, bytes, framed, expected).after(after));
    }

    private Sample sample(String what, String controlId, byte[] bytes, boolean framed, Expected expected) {
        return Sample.of(id(), Channel.MLLP, what, controlId, new Delivery.Mllp(bytes, framed), expected);
    }

    private String id() {
        return "M%02d".formatted(samples.size() + 1);
    }

    private String next() {
        return controlId(id());
    }

    private static String controlId(String id) {
        return "LH20261121" + id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
