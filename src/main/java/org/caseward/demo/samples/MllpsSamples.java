package org.caseward.demo.samples;

import java.time.LocalDate;
import java.util.List;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.report.Channel;

/** What the hospital sends over HL7 v2 by MLLP with TLS, and one message that bears another clinic's name. */
final class MllpsSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private final Cast cast;

    MllpsSamples(Cast cast) {
        this.cast = cast;
    }

    List<Sample> make() {
        List<Clinic> clinics = cast.world().clinics();
        OpenCase seen = cast.police().seenAt(clinics.getFirst());
        OpenCase tested = cast.police().seenAt(clinics.getFirst());
        OpenCase elsewhere = cast.police().seenAt(clinics.getLast());
        return List.of(
                sample(
                        "T01",
                        "progress note, by TLS",
                        Hl7Reports.progressNote(seen, controlId("T01"), DAY),
                        Expected.filed(seen.caseNumber(), "AA")),
                sample(
                        "T02",
                        "laboratory report, by TLS",
                        Hl7Reports.laboratory(tested, controlId("T02"), DAY),
                        Expected.filed(tested.caseNumber(), "AA")),
                sample(
                        "T03",
                        "another clinic's name under the hospital's certificate",
                        Hl7Reports.progressNote(elsewhere, controlId("T03"), DAY),
                        Expected.quarantined("AR")));
    }

    private static Sample sample(String id, String what, Hl7Message message, Expected expected) {
        return Sample.of(id, Channel.MLLP, what, controlId(id), new Delivery.Mllps(message.bytes()), expected);
    }

    private static String controlId(String id) {
        return "LH20261121" + id;
    }
}
