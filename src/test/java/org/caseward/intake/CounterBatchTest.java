package org.caseward.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.caseward.review.Chromium;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.testing.Accessible;
import org.caseward.testing.WholeHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The morning's mail, scanned as one batch with our own separator sheets between, on its whole way. */
class CounterBatchTest extends WholeHub {
    private static final String PASSWORD = "a sentence of the clerk's";
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Connections connections;

    @Autowired
    People people;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void noBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aBatchIsSplitAtItsSheetsAndTheSplitIsShownAndMended() throws Exception {
        new IntakeFixture(jdbc).fill(connections);
        people.put("mail-clerk", PASSWORD, "Clerk", Map.of("pd-medical", Set.of(Role.COORDINATOR)));
        try (BrowserContext context =
                chromium.browser.newContext(new Browser.NewContextOptions().setBaseURL("http://127.0.0.1:" + port))) {
            Page page = context.newPage();
            page.setDefaultTimeout(30_000);
            signIn(page);
            byte[] sheet = context.request().get("/counter/separator-sheet.pdf").body();
            handIn(page, batch(sheet));
            String receipt = page.locator("h2 .number").textContent();
            eventually(receipt, 2);
            page.reload();
            assertThat(page.locator("[data-split]")).containsText("The batch has 5 pages. Separator sheets: 3.");
            assertThat(page.locator("tbody td:nth-child(2)").allTextContents()).containsExactly("1-2", "4-5");
            Accessible.check(page, "a batch that was split");

            page.getByLabel("Split it otherwise: pages of each report").fill("1-2; 4");
            press(page, "Split anew");
            assertThat(page.locator("[role=alert]")).containsText("must stand in exactly one part");
            page.goBack();
            page.getByLabel("Split it otherwise: pages of each report").fill("1; 2; 4-5");
            press(page, "Split anew");
            assertThat(page.locator("tbody td:nth-child(2)")).hasCount(3);
            assertThat(page.locator("tbody td:nth-child(2)").allTextContents()).containsExactly("1", "2", "4-5");
            eventually(receipt, 3);
        }
    }

    private void signIn(Page page) {
        page.navigate("/signin");
        page.getByLabel("Name").fill("mail-clerk");
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Sign in");
        page.waitForURL("**/worklist");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mail and counter"))
                .click();
    }

    private static void handIn(Page page, byte[] scan) {
        page.getByLabel("Scanned file, or several").setInputFiles(new FilePayload("mail.pdf", "application/pdf", scan));
        page.getByLabel("Each file holds several reports: split it at separator sheets or labels")
                .check();
        page.getByLabel("Handed in by").selectOption("city-hospital");
        page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Opened by the mail room");
        press(page, "Hand in");
        page.waitForURL("**/counter/*-*");
        assertThat(page.locator("main")).containsText("Opened by the mail room");
        assertThat(page.locator("main")).containsText("City Hospital");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Every report of the batch has gone through the stages. */
    private void eventually(String receipt, int reports) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        List<String> states = List.of();
        while (Instant.now().isBefore(until)) {
            states = jdbc.sql(
                            "select state from report where receipt_number = ? and reason_code is distinct from 'split'")
                    .param(receipt)
                    .query(String.class)
                    .list();
            if (states.size() == reports && states.stream().allMatch("in_review"::equals)) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(states).as("reports of " + receipt).hasSize(reports).allMatch("in_review"::equals);
    }

    /** Two reports of two pages, with a sheet of ours between. */
    private byte[] batch(byte[] sheet) throws IOException {
        try (PDDocument printed = Loader.loadPDF(sheet);
                PDDocument scan = new PDDocument()) {
            typed(scan, "Progress note one " + mark);
            typed(scan, "Page two of note one " + mark);
            scan.importPage(printed.getPage(0));
            typed(scan, "Progress note two " + mark);
            typed(scan, "Page two of note two " + mark);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void typed(PDDocument scan, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        scan.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(scan, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
            pen.newLineAtOffset(72, 700);
            pen.showText(text + ". The patient was seen today and rests the left knee.");
            pen.endText();
        }
    }
}
