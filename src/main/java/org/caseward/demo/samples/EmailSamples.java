package org.caseward.demo.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.paper.WorkStatusReport;
import org.caseward.demo.paper.WorkStatusReport.Status;
import org.caseward.demo.world.OpenCase;
import org.caseward.report.Channel;

/** What clinics mail to the police program's mailbox. */
final class EmailSamples {
    private static final String SENT = "250";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private final Cast cast;
    private final String mailbox;
    private final List<Sample> samples = new ArrayList<>();

    EmailSamples(Cast cast, String mailbox) {
        this.cast = cast;
        this.mailbox = mailbox;
    }

    List<Sample> make() {
        for (WorkStatusForm form : List.of(WorkStatusForm.BOXED, WorkStatusForm.LETTER)) {
            OpenCase c = cast.police();
            mail("a PDF attached", c.clinic().mail(), Expected.filed(c.caseNumber(), SENT), pdf(c, form, DAY));
        }
        OpenCase several = cast.police();
        mail(
                "three PDFs of the same name attached",
                several.clinic().mail(),
                Expected.filed(several.caseNumber(), SENT),
                pdf(several, WorkStatusForm.BOXED, DAY),
                pdf(several, WorkStatusForm.LETTER, DAY.plusDays(1)),
                pdf(several, WorkStatusForm.SLIP, DAY.plusDays(2)));
        samples.add(samples.getFirst().again(id()));
        OpenCase c = cast.police();
        mail(
                "a kind of document that is not read here",
                c.clinic().mail(),
                Expected.quarantined(SENT),
                attachment("application/zip", "reports.zip", new byte[] {'P', 'K', 5, 6}));
        mail(
                "sender that nobody registered",
                "office@nobody.example",
                Expected.quarantined(SENT),
                attachment("application/pdf", "report.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        return List.copyOf(samples);
    }

    private static String pdf(OpenCase c, WorkStatusForm form, LocalDate day) {
        return attachment("application/pdf", "workstatus.pdf", form.pdf(WorkStatusReport.of(c, day, Status.OFF)));
    }

    private static String attachment(String type, String name, byte[] content) {
        return "Content-Type: " + type + "\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content);
    }

    private void mail(String what, String from, Expected expected, String... attachments) {
        String number = id();
        String messageId = "<" + number.toLowerCase(java.util.Locale.ROOT) + ".20261121@"
                + from.substring(from.indexOf('@') + 1) + ">";
        StringBuilder text = new StringBuilder("Message-ID: " + messageId + "\r\nFrom: " + from + "\r\nTo: " + mailbox
                + "\r\nSubject: Report\r\nDate: Sat, 21 Nov 2026 09:05:00 -0600\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"part\"\r\n\r\n"
                + "--part\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nPlease find our report attached.\r\n");
        for (String attachment : attachments) {
            text.append("--part\r\n").append(attachment).append("\r\n");
        }
        text.append("--part--\r\n");
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        samples.add(Sample.of(
                number, Channel.EMAIL, "e-mail, " + what, messageId, new Delivery.Mail(bytes, from), expected));
    }

    private String id() {
        return "E%02d".formatted(samples.size() + 1);
    }
}
