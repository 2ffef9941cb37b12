package org.caseward.demo.samples;

import static org.caseward.demo.paper.WorkStatusForm.BOXED;
import static org.caseward.demo.paper.WorkStatusForm.LETTER;
import static org.caseward.demo.paper.WorkStatusForm.SLIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caseward.demo.paper.FaxMachine;
import org.caseward.demo.paper.FaxMachine.Encoding;
import org.caseward.demo.paper.FaxMachine.Resolution;
import org.caseward.demo.paper.FaxMachine.Settings;
import org.caseward.demo.paper.Papers;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.paper.WorkStatusReport;
import org.caseward.demo.paper.WorkStatusReport.Status;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.demo.world.Person;
import org.caseward.report.Channel;

/** What comes over the fax lines of both programs. */
final class FaxSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Instant FIRST_CALL = Instant.parse("2026-11-21T14:05:00Z");

    private final Cast cast;
    private final FaxLines lines;
    private final Sample postedBefore;
    private final List<Sample> samples = new ArrayList<>();

    /** @param postedBefore a DocumentReference whose PDF comes by fax as well */
    FaxSamples(Cast cast, FaxLines lines, Sample postedBefore) {
        this.cast = cast;
        this.lines = lines;
        this.postedBefore = postedBefore;
    }

    List<Sample> make() {
        plain();
        copies();
        wrongNumbers();
        papers();
        broken();
        return List.copyOf(samples);
    }

    private void plain() {
        filed("fine, G4", cast.police(), lines.police(), BOXED, fine(Encoding.G4));
        filed(
                "fine, G4, worn scanner",
                cast.police(),
                lines.police(),
                LETTER,
                fine(Encoding.G4).worn(.5, 250));
        filed("fine, G3", cast.police(), lines.police(), SLIP, fine(Encoding.G3));
        filed(
                "fine, G3, a little askew",
                cast.city(),
                lines.city(),
                LETTER,
                fine(Encoding.G3).worn(-.8, 80));
        filed("fine, G4", cast.city(), lines.city(), BOXED, fine(Encoding.G4).worn(.3, 60));
        filed("fine, G4, shared line", cast.police(), lines.shared(), SLIP, fine(Encoding.G4));
        filed("fine, G4, shared line", cast.city(), lines.shared(), LETTER, fine(Encoding.G4));
        filed("standard, G4", cast.police(), lines.police(), LETTER, standard(Encoding.G4));
        filed("standard, G3", cast.city(), lines.city(), SLIP, standard(Encoding.G3));
        filed(
                "fine, G4, upside down",
                cast.police(),
                lines.police(),
                LETTER,
                fine(Encoding.G4).turned());
        OpenCase several = cast.oneOfSeveral();
        filed("one of several cases", several, lines.police(), BOXED, fine(Encoding.G4));
        for (WorkStatusForm form : List.of(BOXED, LETTER)) {
            OpenCase c = cast.city();
            pdf("PDF with a text layer", form.pdf(report(c)), c, lines.city(), filedOn(c));
        }
    }

    private void copies() {
        Sample first = samples.getFirst();
        samples.add(first.again(id()));
        copy("the same page faxed again", first, lines.police());
        copy("the same page to the shared line", first, lines.shared());
        String from = cast.world().clinics().getFirst().faxE164();
        Delivery.Sidecar call = call(from, lines.police());
        byte[] pdf = FhirParts.attachment(postedBefore.delivery().bytes());
        samples.add(Sample.of(
                        id(),
                        Channel.FAX,
                        "the PDF that came by FHIR",
                        call.id(),
                        new Delivery.Fax(pdf, "pdf", call),
                        Expected.inReview("done"))
                .after(postedBefore));
    }

    private void wrongNumbers() {
        OpenCase senior = cast.world().seniorAndJunior().getFirst();
        Person junior = cast.world().seniorAndJunior().getLast().person();
        review(
                "father's form with the son's suffix",
                senior,
                report(senior).with(WorkStatusReport.NAME, junior.familyFirst()),
                LETTER);
        OpenCase mixedUp = cast.police();
        OpenCase other = cast.police();
        review(
                "claim and case number of somebody else",
                mixedUp,
                report(mixedUp)
                        .with(WorkStatusReport.CLAIM, other.claimNumber())
                        .with(WorkStatusReport.CASE, other.caseNumber()),
                BOXED);
        OpenCase unborn = cast.police();
        review(
                "birth date, SSN and employee number left empty",
                unborn,
                report(unborn)
                        .without(WorkStatusReport.BIRTH_DATE)
                        .without(WorkStatusReport.SSN)
                        .without(WorkStatusReport.EMPLOYEE),
                LETTER);
        OpenCase employee = cast.police();
        review(
                "employee number of somebody else",
                employee,
                report(employee).with(WorkStatusReport.EMPLOYEE, "31415"),
                LETTER);
    }

    private void papers() {
        Clinic clinic = cast.world().clinics().getFirst();
        byte[] cover =
                machine(fine(Encoding.G4), clinic, lines.police()).fax(Papers.coverSheet(clinic, "medical section"));
        add("cover sheet alone", cover, "tif", clinic, lines.police(), Expected.inReviewWithoutCase("done"));
        byte[] noise = machine(standard(Encoding.G3), clinic, lines.police()).noise();
        add("nothing but noise", noise, "tif", clinic, lines.police(), Expected.inReviewWithoutCase("done"));
    }

    private void broken() {
        OpenCase c = cast.police();
        byte[] whole = machine(fine(Encoding.G4), c.clinic(), lines.police()).fax(LETTER.pdf(report(c)));
        // the header and directory say there is a page, and there is none
        byte[] torn = Arrays.copyOf(whole, 200);
        add("TIFF cut off", torn, "tif", c.clinic(), lines.police(), Expected.quarantined("done"));
    }

    private void filed(String how, OpenCase c, String to, WorkStatusForm form, Settings settings) {
        byte[] tiff = machine(settings, c.clinic(), to).fax(form.pdf(report(c)));
        add("work status report, " + how, tiff, "tif", c.clinic(), to, filedOn(c));
    }

    private void review(String what, OpenCase c, WorkStatusReport report, WorkStatusForm form) {
        byte[] tiff = machine(fine(Encoding.G4), c.clinic(), lines.police()).fax(form.pdf(report));
        add(what, tiff, "tif", c.clinic(), lines.police(), Expected.inReview("done"));
    }

    private void pdf(String what, byte[] pdf, OpenCase c, String to, Expected expected) {
        add("work status report, " + what, pdf, "pdf", c.clinic(), to, expected);
    }

    private void copy(String what, Sample first, String to) {
        Delivery.Fax fax = (Delivery.Fax) first.delivery();
        Delivery.Sidecar call = call(fax.sidecar().from(), to);
        samples.add(Sample.of(
                        id(),
                        Channel.FAX,
                        what,
                        call.id(),
                        new Delivery.Fax(fax.bytes(), fax.extension(), call),
                        Expected.inReview("done"))
                .after(first));
    }

    private void add(String what, byte[] bytes, String extension, Clinic from, String to, Expected expected) {
        Delivery.Sidecar call = call(from.faxE164(), to);
        samples.add(Sample.of(id(), Channel.FAX, what, call.id(), new Delivery.Fax(bytes, extension, call), expected));
    }

    private Delivery.Sidecar call(String from, String to) {
        return new Delivery.Sidecar("FX20261121" + id(), from, to, FIRST_CALL.plusSeconds(240L * samples.size()), 1);
    }

    private static Expected filedOn(OpenCase c) {
        return Expected.filed(c.caseNumber(), "done");
    }

    private static WorkStatusReport report(OpenCase c) {
        return WorkStatusReport.of(c, DAY, Status.OFF);
    }

    private Settings fine(Encoding encoding) {
        return Settings.clean(Resolution.FINE, encoding, samples.size() + 1);
    }

    private Settings standard(Encoding encoding) {
        return Settings.clean(Resolution.STANDARD, encoding, samples.size() + 1);
    }

    private static FaxMachine machine(Settings settings, Clinic from, String to) {
        return new FaxMachine(settings.printing(
                "NOV 21 2026   FROM: " + from.name() + "  " + from.fax() + "   TO: " + to + "   P.01/01"));
    }

    private String id() {
        return "X%02d".formatted(samples.size() + 1);
    }
}
