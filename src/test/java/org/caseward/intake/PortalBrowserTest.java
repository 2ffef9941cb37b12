package org.caseward.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PortalBrowserTest extends AtThePortal {
    @Autowired
    CamelContext camel;

    @Test
    void twoFilesAreDroppedAndEachHasItsProgressAndItsReceipt() {
        signIn();
        drop("visit.txt", "restrictions.txt");
        assertThat(page.locator("[data-files] li")).hasCount(2);
        page.getByLabel("Kind of report").selectOption("progress-note");
        page.getByLabel("Claim or case number, as the agency wrote it to you").fill("WC-88-120934");
        page.evaluate("""
                () => {
                  window.bars = new Set();
                  new MutationObserver(() => document.querySelectorAll('progress').forEach(bar => window.bars.add(bar.getAttribute('aria-label'))))
                    .observe(document.body, { childList: true, subtree: true });
                  addEventListener('pagehide', () => sessionStorage.setItem('bars', [...window.bars].join()));
                }""");
        press("Send");
        page.waitForURL("**/portal/submissions/*");
        assertThat(page.evaluate("sessionStorage.getItem('bars')"))
                .isEqualTo("Sending visit.txt,Sending restrictions.txt");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("main")).containsText("visit.txt");
        List<String> numbers = page.locator("tbody th").allTextContents();
        assertThat(numbers).allMatch(number -> number.matches("R-\\d{8}"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".top")).isHidden();
        assertThat(page.locator("tbody")).isVisible();
        assertThat(acts.of("portal:" + account))
                .contains("signed-in portal", "handed-in " + numbers.getFirst(), "handed-in " + numbers.getLast());
        assertThat(jdbc.sql("select distinct provider || ' ' || state from report where receipt_number = any(?)")
                        .param(numbers.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .containsExactly(clinic + " received");
    }

    @Test
    void everythingSentStandsOnOnePageInThreeWordsAndNothingOfACase() {
        report("R-T" + mark + "1", "filed", null);
        report("R-T" + mark + "2", "rejected", "rejected");
        report("R-T" + mark + "3", "in_review", "more-requested");
        report("R-T" + mark + "4", "quarantined", "pdf-unreadable");
        jdbc.sql("""
                        update report set match = '{"decision":"review","candidates":[{"caseNumber":"IOD-2026-777001","score":9}]}'
                        where receipt_number = ?""").param("R-T" + mark + "3").update();
        jdbc.sql("""
                        insert into decision (report, by, action, findings, note)
                        select id, 'ann', 'request_more', '{signature-missing}', 'We need page 2 for IOD-2026-777001.' from report where receipt_number = ?""").param("R-T" + mark + "3").update();
        signIn();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What you sent"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(page.locator(".standing").all().stream()
                        .map(one -> one.textContent())
                        .toList())
                .containsExactly("Received", "We need something from you", "Done", "Done");
        assertThat(page.locator(".wanted li").allTextContents())
                .containsExactly("Please sign it, with the date.", "We need page 2 for (case).");
        assertThat(page.locator("main").textContent())
                .doesNotContain("IOD-", "filed", "rejected", "quarantine", "pd-medical", "ann");
        assertThat(acts.of("portal:" + account)).contains("viewed-status " + clinic);
    }

    @Test
    void theLevelOfEachDeliverySaysHowGoodThePaperIsAndNothingOfACase() {
        report("R-L" + mark + "1", "filed", null);
        report("R-L" + mark + "2", "in_review", "gates");
        report("R-L" + mark + "3", "in_review", "gates");
        report("R-L" + mark + "4", "received", null);
        level("R-L" + mark + "1", "{}", "met");
        level("R-L" + mark + "2", "{}", "met");
        level(
                "R-L" + mark + "3",
                "{\"3\": [{\"id\": \"birth-date-missing\", \"text\": \"The patient\u2019s date of birth is missing. Write it on the form.\"}]}",
                null);
        signIn();
        page.navigate("/portal/sent");
        assertThat(page.locator("p.level").allTextContents())
                .containsExactly(
                        "Kept. It has not been read yet.",
                        "Read. Some of what such a report needs is missing.",
                        "Read. All that such a report needs is there, and it keeps to the FHIR profile.",
                        "Read. All that such a report needs is there, and it keeps to the FHIR profile.");
        assertThat(page.locator(".lacks li").allTextContents())
                .containsExactly("The patient\u2019s date of birth is missing. Write it on the form.");
        if (Boolean.getBoolean("caseward.screenshots")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "screenshots", "portal-levels.png")));
        }
    }

    private void level(String receipt, String missing, @org.jspecify.annotations.Nullable String profile) {
        jdbc.sql("update report set level_missing = cast(? as jsonb), level_profile = ? where receipt_number = ?")
                .param(missing)
                .param(profile)
                .param(receipt)
                .update();
    }

    @Test
    void theListGoesOnInPages() {
        for (int i = 10; i < 40; i++) {
            report("R-P" + mark + i, "received", null);
        }
        signIn();
        page.navigate("/portal/sent");
        assertThat(page.locator("tbody tr")).hasCount(25);
        assertThat(page.locator("tbody th").first()).hasText("R-P" + mark + "39");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Older"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(5);
        assertThat(page.locator("tbody th").last()).hasText("R-P" + mark + "10");
    }

    @Test
    void theKeyboardIsEnough() {
        // heard from the beginning: asked for only at the key press, the browser may open its own dialog first
        page.onFileChooser(chooser -> chooser.setFiles(file("note.txt", "by keyboard " + mark)));
        signIn();
        page.locator("#file").focus();
        assertThat(page.locator("#file")).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("[data-said]")).hasText("1 file chosen.");
        page.locator("#note").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-send]")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL("**/portal/submissions/*");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void whatIsTooLargeOrEmptyIsSaidBeforeItIsSentAndTheRestGoes() {
        signIn();
        page.locator("#file").setInputFiles(new FilePayload[] {
            file("empty.txt", ""),
            new FilePayload("huge.pdf", "application/pdf", new byte[LARGEST_FHIR + 1]),
            new FilePayload("letter.docx", "application/octet-stream", new byte[] {'P', 'K', 3, 4}),
            file("fine.txt", "fine " + mark)
        });
        assertThat(page.locator(".failed")).hasCount(2);
        press("Send");
        assertThat(page.locator(".kept")).containsText("Receipt R-");
        assertThat(page.locator(".failed")).hasCount(3);
        assertThat(page.locator(".failed").last()).containsText("Save or print it as a PDF");
        assertThat(page.locator("[data-trouble]")).containsText("Some files have their receipts");
    }

    @Test
    void aLostAnswerIsAskedForAgainAndNothingIsKeptTwice() {
        signIn();
        List<Integer> tries = new ArrayList<>();
        page.route("**/portal/uploads", route -> {
            tries.add(1);
            if (tries.size() == 1) {
                // it reaches the hub, and the answer is lost on the way back
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        page.locator("#file").setInputFiles(file("once.txt", "once " + mark));
        press("Send");
        page.waitForURL("**/portal/submissions/*");
        assertThat(tries).hasSize(2);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(jdbc.sql("select count(*) from report where provider = ?")
                        .param(clinic)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void withoutScriptTheFormDoesTheSame() {
        fresh(ColorScheme.LIGHT, false);
        signIn();
        page.locator("#file")
                .setInputFiles(new FilePayload[] {file("one.txt", "one " + mark), file("two.txt", "two " + mark)});
        page.locator("#claimNumber").fill("<b>");
        press("Send");
        assertThat(page.locator("[role=alert]")).containsText("The claim number can have letters");
        page.goBack();
        page.locator("#claimNumber").fill("");
        page.locator("#file")
                .setInputFiles(new FilePayload[] {file("one.txt", "one " + mark), file("two.txt", "two " + mark)});
        press("Send");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/portal/submissions/.*"));
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    @Test
    void aClosedPortalSaysSoAndKeepsNothing() throws Exception {
        fresh(ColorScheme.LIGHT, false);
        signIn();
        camel.getRouteController().stopRoute("intake-portal");
        try {
            page.locator("#file").setInputFiles(file("later.txt", "later " + mark));
            Response answer = page.waitForNavigation(() -> press("Send"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headerValue("retry-after")).isEqualTo("30");
            assertThat(page.locator("[role=alert]")).containsText("closed for the moment");
        } finally {
            camel.getRouteController().startRoute("intake-portal");
        }
    }

    @Test
    void aLinkOpensOneSubmissionOnceAndItsTokenIsSentInNoAddress() {
        staffSignsIn();
        page.navigate("/portal-access");
        page.getByLabel("Whom").selectOption(clinic);
        press("Make the link");
        String link = page.locator("[data-link]").textContent();
        String token = link.substring(link.indexOf('#') + 1);
        assertThat(token).hasSize(43);
        page.navigate("/portal-access");
        assertThat(page.content()).doesNotContain(token);

        fresh(ColorScheme.LIGHT, true);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url() + request.headers().getOrDefault("referer", "")));
        page.navigate("about:blank");
        page.navigate(link);
        assertThat(page.locator("#code")).hasValue(token);
        assertThat(page.url()).doesNotContain(token);
        press("Use the link");
        page.waitForURL("**/portal/send");
        assertThat(asked.stream()
                        .map(address -> address.replaceFirst("#.*", ""))
                        .toList())
                .noneMatch(address -> address.contains(token));
        page.locator("#file").setInputFiles(file("by-link.txt", "by link " + mark));
        press("Send");
        page.waitForURL("**/portal/submissions/*");
        String receipt = page.url();
        assertThat(page.locator("tbody th")).hasText(java.util.regex.Pattern.compile("R-\\d{8}"));
        page.navigate("/portal/send");
        page.locator("#file").setInputFiles(file("second.txt", "second " + mark));
        press("Send");
        assertThat(page.locator(".failed")).containsText("Your link was for one submission");
        assertThat(page.navigate("/portal/sent").status()).isEqualTo(403);

        fresh(ColorScheme.LIGHT, true);
        page.navigate(link);
        Response again = page.waitForNavigation(() -> press("Use the link"));
        assertThat(again.status()).isEqualTo(403);
        assertThat(page.locator("[role=alert]")).containsText("used before");
        page.navigate(receipt);
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/portal/signin"));
    }

    @Test
    void whoIsInvitedToAnAccountChoosesItsPassword() {
        staffSignsIn();
        page.navigate("/portal-access");
        page.getByLabel("Account name").fill("new-" + account);
        page.locator("#account-provider").selectOption(clinic);
        press("Make a link to choose the password");
        String link = page.locator("[data-link]").textContent();
        fresh(ColorScheme.LIGHT, true);
        page.navigate(link);
        press("Use the link");
        page.waitForURL("**/portal/password");
        accessible("password");
        page.getByLabel("Password").fill(PASSWORD);
        press("Set the password");
        page.waitForURL("**/portal/signin?ready");
        signIn("new-" + account);
        assertThat(page.locator("h1")).hasText("Send reports");
    }

    @Test
    void everyPageIsAccessibleInLightAndInDark() {
        report("R-A" + mark, "filed", null);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            fresh(scheme, true);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 404")) {
                    complaints.add(message.text());
                }
            });
            boolean light = scheme == ColorScheme.LIGHT;
            for (String open :
                    light ? List.of("/portal/signin?wait=4", "/portal/invited") : List.of("/portal/signin?error")) {
                page.navigate(open);
                accessible(open + " " + scheme);
            }
            signIn();
            drop("a.txt");
            accessible("send " + scheme);
            press("Send");
            page.waitForURL("**/portal/submissions/*");
            accessible("receipt " + scheme);
            for (String open : light ? List.of("/portal/sent", "/portal/submissions/none") : List.of("/portal/sent")) {
                page.navigate(open);
                accessible(open + " " + scheme);
            }
            page.setViewportSize(640, 450);
            page.navigate("/portal/send");
            accessible("at 200 % " + scheme);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            fresh(scheme, true);
            staffSignsIn();
            for (String open : List.of("/counter", "/portal-access")) {
                page.navigate(open);
                accessible(open + " " + scheme);
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void picturesForTheGuide() {
        if (!Boolean.getBoolean("caseward.screenshots")) {
            return;
        }
        report("R-00000231", "filed", null);
        report("R-00000234", "received", null);
        report("R-00000236", "in_review", "more-requested");
        jdbc.sql("""
                        insert into decision (report, by, action, findings, note)
                        select id, 'ann', 'request_more', '{restriction-end-missing}', 'We need page 2.' from report where receipt_number = 'R-00000236'""").update();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
            fresh(scheme, true);
            signIn();
            drop("work-status-2026-11-17.txt", "imaging-left-knee.txt");
            page.getByLabel("Kind of report").selectOption("progress-note");
            picture("portal-send" + suffix);
            page.navigate("/portal/sent");
            picture("portal-sent" + suffix);
            fresh(scheme, true);
            staffSignsIn();
            page.navigate("/counter");
            picture("counter" + suffix);
        }
    }

    private void picture(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("docs", "screenshots", name + ".png")));
    }
}
