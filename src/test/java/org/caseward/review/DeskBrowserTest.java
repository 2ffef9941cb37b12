package org.caseward.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.caseward.security.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DeskTest
class DeskBrowserTest {
    private static Chromium chromium;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DeskApp.settings(registry);
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ReportRows rows;

    @Autowired
    CaseRows cases;

    @Autowired
    JdbcClient pipeline;

    DeskScene scene;
    BrowserContext context;
    Page page;

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

    @BeforeEach
    void aCoordinatorSignsIn() {
        // what earlier tests left waiting is not this morning's
        pipeline.sql("update hub.report set state = 'filed' where state = 'in_review' and program = ?")
                .param(DeskScene.PROGRAM)
                .update();
        scene = new DeskScene(rows, cases, people);
        context = context(ColorScheme.LIGHT);
        page = context.newPage();
        page.setDefaultTimeout(8_000);
        signIn(page);
    }

    @AfterEach
    void signOut() {
        context.close();
    }

    private BrowserContext context(ColorScheme scheme) {
        return chromium.browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(1440, 940)
                .setColorScheme(scheme));
    }

    private void signInAnew(ColorScheme scheme) {
        context.close();
        context = context(scheme);
        page = context.newPage();
        page.setDefaultTimeout(8_000);
        signIn(page);
    }

    private static void signIn(Page page) {
        page.navigate("/worklist");
        page.getByLabel("Name").fill(DeskScene.COORDINATOR);
        page.getByLabel("Password").fill(DeskScene.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private String state(UUID report) {
        return pipeline.sql("select state from hub.report where id = ?")
                .param(report)
                .query(String.class)
                .single();
    }

    @Test
    void theWorklistPutsUrgentReportsFirstAndThenTheLongestWaiting() {
        scene.others();
        scene.fax();
        scene.message();
        page.navigate("/worklist");
        assertThat(page.locator(".work tbody tr")).hasCount(7);
        assertThat(page.locator(".work .open").first()).hasText("Texas DWC-073 work status");
        assertThat(page.locator(".work .open").nth(1)).hasText("Exposure report");
        assertThat(page.locator(".work .open").nth(3)).hasText("Progress note");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator(".work .open").nth(1)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Exposure report")))
                .isVisible();
    }

    @Test
    void aValueShowsItsPlaceOnThePage() {
        UUID id = scene.fax();
        page.navigate("/reports/" + id);
        assertThat(page.locator(".paper img").evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(WorkStatusPage.WIDTH);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Diagnosis: show where it stands, p. 1"))
                .click();
        assertThat(page.locator("rect.lit")).hasCount(1);
        assertThat(page.locator("rect.lit")).hasAttribute("data-field", "diagnosis#0");
        assertThat(page.locator(".field.lit")).containsText("S83.412A");
        page.locator("rect[data-field='patient.birthDate#0']").click();
        assertThat(page.locator(".field.lit")).containsText("Mar 9, 1987");
    }

    @Test
    void theFirstCandidateIsAcceptedByKeyboardAndTheNextReportComes() {
        UUID fax = scene.fax();
        UUID message = scene.message();
        page.navigate("/reports/" + fax);
        page.keyboard().press("a");
        assertThat(page.locator("[data-accept=first]")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL("**/reports/" + message);
        assertThat(page.locator("p.status")).containsText("being filed on case IOD-2026-001234");
        assertThat(state(fax)).isEqualTo("matched");
        page.navigate("/reports/" + fax);
        assertThat(page.locator(".heading .state")).hasText("Being filed");
        assertThat(page.locator("[data-accept]")).hasCount(0);
    }

    @Test
    void anotherCaseIsFoundByItsNumberOrByName() {
        UUID id = scene.message();
        page.navigate("/reports/" + id);
        page.keyboard().press("o");
        page.keyboard().type("marchetti, rosalie");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hits > li")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept on IOD-2026-000871"))
                .click();
        page.waitForURL("**/worklist");
        assertThat(page.locator("p.status")).containsText("IOD-2026-000871");
        assertThat(page.locator(".blank")).containsText("Nothing waits for you");
    }

    @Test
    void aReportIsRejectedWithAReason() {
        UUID id = scene.fax();
        page.navigate("/reports/" + id);
        page.keyboard().press("r");
        page.keyboard().type("Sent to us by mistake");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reject the report"))
                .click();
        page.waitForURL("**/worklist");
        assertThat(state(id)).isEqualTo("rejected");
        page.navigate("/reports/" + id);
        page.locator(".story > summary").click();
        assertThat(page.locator(".story")).containsText("Sent to us by mistake");
    }

    @Test
    void whoIsTooLateIsToldWhatHappened() {
        UUID id = scene.fax();
        page.navigate("/reports/" + id);
        pipeline.sql("update hub.report set state = 'filed' where id = ?")
                .param(id)
                .update();
        page.locator("[data-accept=first]").click();
        assertThat(page.locator("[role=alert]")).containsText("Already decided");
        assertThat(page.locator("[role=alert]")).containsText("Nothing of yours was changed");
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        UUID id = scene.fax();
        page.navigate("/reports/" + id);
        page.keyboard().press("?");
        page.getByLabel("Single keys act as shortcuts").uncheck();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close"))
                .click();
        page.keyboard().press("a");
        assertThat(page.locator("[data-accept=first]")).not().isFocused();
    }

    @Test
    void aPageIsEnlargedAndTurned() {
        page.navigate("/reports/" + scene.fax());
        double before = page.locator(".paper").boundingBox().width;
        page.keyboard().press("+");
        assertThat(page.locator(".paper").boundingBox().width).isGreaterThan(before * 1.2);
        page.keyboard().press("0");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Turn by a quarter"))
                .click();
        var turned = page.locator(".paper").boundingBox();
        assertThat(turned.width).isGreaterThan(turned.height);
        assertThat(turned.width).isBetween(before * 0.95, before * 1.05);
    }

    @Test
    void nothingInlineIsNeededAndNoPageComplains() {
        List<String> complaints = new java.util.ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate("/reports/" + scene.fax());
        page.navigate("/worklist");
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyPageIsAccessibleInLightAndInDarkAndAtTwiceTheSize() {
        scene.others();
        UUID fax = scene.fax();
        UUID message = scene.message();
        List<String> pages = List.of(
                "/worklist",
                "/reports/" + fax,
                "/reports/" + message + "?q=IOD",
                "/reports/" + UUID.randomUUID(),
                "/nowhere");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            signInAnew(scheme);
            for (String address : pages) {
                page.navigate(address);
                accessible(address + " " + scheme);
            }
            // 200 % on a 1440 pixels wide screen
            page.setViewportSize(720, 470);
            page.navigate("/reports/" + fax);
            accessible("at 200 % " + scheme);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    private void accessible(String what) {
        page.locator("details").all().forEach(details -> details.evaluate("d => d.open = true"));
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(what)
                .extracting(violation -> violation.getId() + " "
                        + violation.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    @Test
    void aPageOfAReportIsPrivateAndNeverStored() {
        UUID id = scene.fax();
        var answer = context.request().get("/reports/" + id + "/pages/1.png");
        assertThat(answer.headers().get("content-type")).isEqualTo("image/png");
        assertThat(answer.headers().get("cache-control")).contains("no-store").contains("private");
        assertThat(context.request().get("/reports/" + id + "/pages/9.png").status())
                .isEqualTo(404);
    }

    @Test
    void picturesForTheGuide() {
        if (!Boolean.getBoolean("caseward.screenshots")) {
            return;
        }
        scene.others();
        UUID fax = scene.fax();
        UUID message = scene.message();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            signInAnew(scheme);
            String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
            picture("worklist" + suffix);
            page.setViewportSize(1440, 1240);
            page.navigate("/reports/" + fax);
            page.locator("[data-locate='claimNumber#0']").hover();
            picture("review" + suffix);
            page.setViewportSize(1440, 940);
            page.navigate("/reports/" + message);
            picture("review-message" + suffix);
        }
        page.navigate("/nowhere");
        picture("error");
        page.setViewportSize(720, 940);
        page.navigate("/reports/" + fax);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "review-at-200-percent.png")));
    }

    private void picture(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "screenshots", name + ".png")));
    }
}
