package org.caseward.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.caseward.intake.mail.MailText.attachment;
import static org.caseward.intake.mail.MailText.bytes;
import static org.caseward.intake.mail.MailText.message;
import static org.caseward.intake.mail.MailText.multipart;
import static org.caseward.intake.mail.MailText.png;
import static org.caseward.intake.mail.MailText.text;
import static org.caseward.intake.mail.MailText.winmail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.caseward.report.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is a report in a message, and what is not. */
class MessageWalkTest {
    private static final byte[] PDF = bytes("%PDF-1.7 stands for a document");

    private static List<Paper> papers(byte[] message) throws MailException {
        return MessageWalk.papers(Entity.of(message));
    }

    private static List<Paper> papers(String rest) throws MailException {
        return papers(message("<1@clinic.example>", MailText.FROM, rest));
    }

    private static String words(Paper paper) {
        return new String(paper.content(), StandardCharsets.UTF_8);
    }

    @Test
    void twoAttachmentsOfTheSameNameAreTwoReportsInTheirOrder() throws Exception {
        List<Paper> found = papers(multipart(
                "mixed",
                "b",
                text("See attached."),
                attachment("application/pdf", "report.pdf", PDF),
                attachment("application/pdf", "report.pdf", bytes("%PDF-1.7 another")),
                attachment("image/tiff", "scan.tif", bytes("II*\0"))));
        assertThat(found)
                .extracting(
                        Paper::path, Paper::mediaType, paper -> paper.fileName().orElse(""))
                .containsExactly(
                        tuple("2", "application/pdf", "report.pdf"),
                        tuple("3", "application/pdf", "report.pdf"),
                        tuple("4", "image/tiff", "scan.tif"));
        assertThat(found.getFirst().content()).isEqualTo(PDF);
    }

    @Test
    void theTextIsAReportWhereThereIsNoDocument() throws Exception {
        List<Paper> found = papers(text("Work status: off work\n"));
        assertThat(found).singleElement().satisfies(paper -> {
            assertThat(paper.path()).isEqualTo("1#text");
            assertThat(words(paper)).isEqualTo("Work status: off work\r\n");
        });
        String both =
                multipart("alternative", "b", text("the plain one"), "Content-Type: text/html\n\n<p>the other</p>");
        assertThat(papers(both))
                .singleElement()
                .satisfies(paper -> assertThat(words(paper)).contains("the plain one"));
    }

    @Test
    void aTextThatIsOnlyHtmlIsReadWithoutItsTags() throws Exception {
        List<Paper> found = papers(
                "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "<html><style>p {color: red}</style><p>Body part:&nbsp;left knee</p><p>Ren=E9e &amp; co<br>off work</html>");
        assertThat(words(found.getFirst())).isEqualTo("Body part: left knee\n\nRenée & co\noff work");
        assertThat(found.getFirst().mediaType()).isEqualTo("text/plain");
    }

    @Test
    void logosAndTrackingPixelsAreNoReportsButAPastedPageIs() throws Exception {
        String logo = "Content-Type: image/png\nContent-ID: <logo@x>\nContent-Disposition: inline; filename=logo.png\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + java.util.Base64.getEncoder().encodeToString(png(600, 120));
        String page = logo.replace("logo", "page")
                .replace(
                        java.util.Base64.getEncoder().encodeToString(png(600, 120)),
                        java.util.Base64.getEncoder().encodeToString(png(1240, 1754)));
        String pixel = attachment("image/gif", "p.gif", Arrays.copyOf(bytes("GIF89a\u0001\0\u0001\0"), 40));
        String html = "Content-Type: text/html\n\n<p>off work <img src=\"cid:logo@x\"></p>";
        assertThat(papers(multipart("related", "r", html, logo, pixel)))
                .extracting(Paper::path)
                .containsExactly("1#text");
        String withPage = html.replace("</p>", "<img src='cid:page@x'></p>");
        assertThat(papers(multipart("related", "r", withPage, logo, page)))
                .extracting(Paper::path)
                .containsExactly("3");
    }

    @Test
    void anAttachedMessageIsGoneThroughLikeTheOneThatBringsIt() throws Exception {
        String inner = new String(
                message(
                        "<2@clinic.example>",
                        MailText.FROM,
                        multipart("mixed", "inner", text("hello"), attachment("application/pdf", "a.pdf", PDF))),
                StandardCharsets.UTF_8);
        String note =
                new String(message("<3@clinic.example>", MailText.FROM, text("Only words.")), StandardCharsets.UTF_8);
        List<Paper> found = papers(multipart(
                "mixed",
                "outer",
                text("Two forwarded."),
                "Content-Type: message/rfc822\n\n" + inner,
                "Content-Type: message/rfc822\n\n" + note));
        assertThat(found).extracting(Paper::path).containsExactly("2.2", "3.1#text");
        assertThat(found.getFirst().content()).isEqualTo(PDF);
    }

    @Test
    void anOutlookPackageIsUnpacked() throws Exception {
        byte[] large = new byte[2_000_000];
        new Random(3).nextBytes(large);
        List<Paper> found = papers(multipart(
                "mixed",
                "b",
                text("See attached."),
                attachment("application/ms-tnef", "winmail.dat", winmail("form.pdf", PDF, "scan.tif", large))));
        assertThat(found)
                .extracting(
                        Paper::path, Paper::mediaType, paper -> paper.fileName().orElse(""))
                .containsExactly(tuple("2/1", "application/pdf", "form.pdf"), tuple("2/2", "image/tiff", "scan.tif"));
        assertThat(found.get(1).content()).isEqualTo(large);
        assertThat(papers(multipart(
                        "mixed", "b", text("only fonts"), attachment("application/ms-tnef", "winmail.dat", winmail()))))
                .extracting(Paper::path)
                .containsExactly("1#text");
    }

    @Test
    void whatCannotBeReadIsAReportWithItsReasonAndItsSiblingsGoOn() throws Exception {
        List<Paper> found = papers(multipart(
                "mixed",
                "b",
                attachment("application/ms-tnef", "winmail.dat", bytes("no package")),
                "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAAA",
                "Content-Type: message/external-body; access-type=URL\n\nContent-Type: application/pdf\n\n",
                attachment("application/pkcs7-mime", "smime.p7m", bytes("sealed")),
                attachment("application/pdf", "good.pdf", PDF)));
        assertThat(found)
                .extracting(paper -> paper.refusal().map(Reason::code).orElse("goes on"))
                .containsExactly(
                        "winmail-unreadable", "mail-part-damaged", "mail-part-elsewhere", "smime-inside", "goes on");
    }

    @Test
    void aMessageThatEndsInTheMiddleSaysSo() throws Exception {
        byte[] whole = message(
                "<1@x>",
                MailText.FROM,
                multipart("mixed", "b", text("x"), attachment("application/pdf", "a.pdf", PDF)));
        assertThat(papers(Arrays.copyOf(whole, whole.length - 20)))
                .singleElement()
                .satisfies(paper -> assertThat(paper.refusal().map(Reason::code))
                        .hasValueSatisfying(code -> assertThat(code).isIn("mail-cut-off", "mail-part-damaged")));
    }

    @Test
    void namesAreShownSafely() throws Exception {
        assertThat(MediaType.safe("../../etc/passwd")).isEqualTo("passwd");
        assertThat(MediaType.safe("C:\\scans\\a\r\nb.pdf")).isEqualTo("ab.pdf");
        assertThat(MediaType.safe("exe.\u202efdp.pdf")).isEqualTo("exe.fdp.pdf");
        assertThat(MediaType.safe("=?utf-8?Q?Ren=C3=A9e.pdf?=")).isEqualTo("Renée.pdf");
        assertThat(MediaType.safe("n".repeat(900) + ".pdf")).hasSize(200).endsWith(".pdf");
        String long2231 = "Content-Type: application/octet-stream\n"
                + "Content-Disposition: attachment; filename*0*=UTF-8''work%20; filename*1=status.pdf\n\n%PDF";
        assertThat(papers(multipart("mixed", "b", long2231)))
                .extracting(paper -> paper.fileName().orElse(""), Paper::mediaType)
                .containsExactly(tuple("work status.pdf", "application/pdf"));
    }

    @Test
    @Timeout(20)
    void hostileMessagesAreRefusedOrReadButBreakNothing() {
        String deep = "";
        for (int i = 0; i < 2_000; i++) {
            deep += "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n";
        }
        String nested = "Content-Type: message/rfc822\n\n".repeat(2_000) + "x";
        String many = multipart("mixed", "b").replace("--b--", "--b\n\nx\n".repeat(1_000_000) + "--b--");
        for (String hostile : List.of(deep, nested, many)) {
            assertThatThrownBy(() -> papers(hostile))
                    .isInstanceOfSatisfying(
                            MailException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("mail-too-much"));
        }
        String styles = "Content-Type: text/html\n\n" + "<style></style>".repeat(60_000);
        assertThat(noFault(bytes(styles))).isTrue();
        assertThat(noFault(new byte[0])).isTrue();
        assertThat(noFault(bytes("Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n")))
                .isTrue();
        assertThat(noFault(bytes("Content-Type: ;;;=\"\n\n" + "a".repeat(5_000_000))))
                .isTrue();
        assertThat(noFault(bytes(("X: " + "=?utf-8?B?" + "A".repeat(100_000) + "?=\n").repeat(50))))
                .isTrue();
    }

    /** Runs through whatever it is; true where that ended in papers or a reason. */
    private static boolean noFault(byte[] message) {
        try {
            papers(message);
            Letter.of(message);
            return true;
        } catch (MailException e) {
            return !e.reason().text().isBlank();
        }
    }

    @Test
    @Timeout(60)
    void bytesTurnedAtRandomBreakNothing() {
        byte[] seed = message(
                "<1@x>",
                MailText.FROM,
                multipart(
                        "mixed",
                        "b",
                        multipart("alternative", "a", text("x"), "Content-Type: text/html\n\n<p>x</p>"),
                        attachment("application/ms-tnef", "winmail.dat", winmail("form.pdf", PDF)),
                        attachment("image/png", "a.png", png(900, 900))));
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            byte[] turned = seed.clone();
            for (int i = 0; i <= random.nextInt(12); i++) {
                turned[random.nextInt(turned.length)] = (byte) random.nextInt();
            }
            assertThat(noFault(turned)).isTrue();
        }
    }

    @Test
    void everyPublicSampleIsGoneThrough() throws Exception {
        Path corpora = Path.of("../shared/corpora/hostile");
        assumeThat(corpora)
                .as("SKIPPED: the public samples are not beside the project")
                .exists();
        try (Stream<Path> files = Files.walk(corpora)) {
            List<Path> samples = files.filter(MessageWalkTest::isMessage).toList();
            assertThat(samples).isNotEmpty();
            for (Path sample : samples) {
                byte[] bytes = Files.readAllBytes(sample);
                assertThat(noFault(bytes)).as(sample.getFileName().toString()).isTrue();
            }
        }
    }

    private static boolean isMessage(Path file) {
        return file.toString().endsWith(".eml")
                || file.toString().endsWith(".msg") && file.toString().contains("mime4j")
                || file.toString().contains("/messages/");
    }
}
