package org.caseward.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.caseward.testing.Accessible;
import org.junit.jupiter.api.Test;

class DeskLookTest extends AtTheDesk {
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
                Accessible.check(page, address + " " + scheme);
            }
            // 200 % on a 1440 pixels wide screen
            page.setViewportSize(720, 470);
            page.navigate("/reports/" + fax);
            Accessible.check(page, "at 200 % " + scheme);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
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
            pictures(fax, message, scheme == ColorScheme.DARK ? "-dark" : "");
        }
    }

    private void pictures(UUID fax, UUID message, String suffix) {
        picture("worklist" + suffix);
        page.setViewportSize(1440, 1240);
        page.navigate("/reports/" + fax);
        page.locator("[data-locate='claimNumber#0']").hover();
        picture("review" + suffix);
        page.locator("details.level summary").click();
        picture("review-level" + suffix);
        page.setViewportSize(1440, 940);
        page.navigate("/reports/" + message);
        picture("review-message" + suffix);
        page.navigate("/reports/" + UUID.randomUUID());
        picture("not-found" + suffix);
    }

    private void picture(String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("docs", "screenshots", name + ".png")));
    }
}
