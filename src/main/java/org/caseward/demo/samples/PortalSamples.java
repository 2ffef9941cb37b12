package org.caseward.demo.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.paper.WorkStatusReport;
import org.caseward.demo.paper.WorkStatusReport.Status;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.report.Channel;

/** What the first clinic's front desk uploads at the portal. */
final class PortalSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private final Cast cast;

    PortalSamples(Cast cast) {
        this.cast = cast;
    }

    List<Sample> make() {
        List<WorkStatusForm> forms = List.of(WorkStatusForm.BOXED, WorkStatusForm.LETTER);
        return IntStream.range(0, forms.size())
                .mapToObj(i -> sample("P%02d".formatted(i + 1), forms.get(i)))
                .toList();
    }

    private Sample sample(String id, WorkStatusForm form) {
        Clinic clinic = cast.world().clinics().getFirst();
        OpenCase c = cast.policeOf(clinic);
        byte[] pdf = form.pdf(WorkStatusReport.of(c, DAY, Status.OFF));
        String uploadId = "demo-upload-" + id;
        return Sample.of(
                id,
                Channel.PORTAL,
                "work status report, a PDF uploaded",
                uploadId,
                new Delivery.Portal(pdf, uploadId, "work-status.pdf", "application/pdf"),
                Expected.filed(c.caseNumber(), "201"));
    }
}
