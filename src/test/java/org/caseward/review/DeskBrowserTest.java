package org.caseward.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskBrowserTest extends AtTheDesk {
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
        page.keyboard().type("markhetti, rosali");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hits > li").first()).containsText("Marchetti, Rosal");
        page.keyboard().press("o");
        page.locator("[name=q]").fill("marchetti, rosalie");
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
    void aPageOfAReportIsPrivateAndNeverStored() {
        UUID id = scene.fax();
        var answer = context.request().get("/reports/" + id + "/pages/1.png");
        assertThat(answer.headers().get("content-type")).isEqualTo("image/png");
        assertThat(answer.headers().get("cache-control")).contains("no-store").contains("private");
        assertThat(context.request().get("/reports/" + id + "/pages/9.png").status())
                .isEqualTo(404);
    }

    @Test
    void aReportThatIsNotThereIsSaidSoWithAWayBack() {
        assertThat(page.navigate("/reports/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("No such report");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Worklist"))
                .click();
        page.waitForURL("**/worklist");
    }
}
