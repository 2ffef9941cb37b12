package org.caseward.demo.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.paper.WorkStatusReport;
import org.caseward.demo.paper.WorkStatusReport.Status;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.report.Channel;

/** What a clinic drops on the police program's SFTP server. */
final class SftpSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private final Cast cast;
    private final Clinic clinic;
    private final List<Sample> samples = new ArrayList<>();

    SftpSamples(Cast cast) {
        this.cast = cast;
        this.clinic = cast.world().clinics().getFirst();
    }

    List<Sample> make() {
        OpenCase seen = cast.police().seenAt(clinic);
        Hl7Message note = Hl7Reports.progressNote(seen, "SF20261121" + id(), DAY);
        drop("HL7 file, progress note", "note-%s.hl7", note.bytes(), filedOn(seen));
        OpenCase imaged = cast.police().seenAt(clinic);
        Hl7Message imaging = Hl7Reports.imaging(imaged, "SF20261121" + id(), DAY);
        drop("HL7 file, imaging report", "imaging-%s.hl7", imaging.bytes(), filedOn(imaged));
        OpenCase off = cast.police().seenAt(clinic);
        byte[] pdf = WorkStatusForm.LETTER.pdf(WorkStatusReport.of(off, DAY, Status.OFF));
        drop("PDF with a text layer", "work-status-%s.pdf", pdf, filedOn(off));
        OpenCase noted = cast.police().seenAt(clinic);
        drop("C-CDA file", "note-%s.xml", ClinicalNote.progressNote(noted, "SF20261121" + id(), DAY), filedOn(noted));
        samples.add(samples.getFirst().again(id()));
        drop("empty file", "empty-%s.pdf", new byte[0], Expected.notKept("refused"));
        return List.copyOf(samples);
    }

    private static Expected filedOn(OpenCase c) {
        return Expected.filed(c.caseNumber(), "done");
    }

    private void drop(String what, String name, byte[] bytes, Expected expected) {
        String called = name.formatted(id());
        samples.add(Sample.of(id(), Channel.SFTP, what, called, new Delivery.Sftp(bytes, called), expected));
    }

    private String id() {
        return "S%02d".formatted(samples.size() + 1);
    }
}
