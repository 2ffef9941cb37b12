package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.casefile.PersonMerges;
import org.caseward.casefile.ReportedMerge;
import org.caseward.matching.scoring.Model;
import org.caseward.security.Role;
import org.caseward.testing.Accessible;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WatchLookTest extends WatchedProgram {
    @Autowired
    PersonMerges merges;

    @Test
    void thePagesOfTheWatchAreAccessibleAndComplainOfNothing() {
        UUID second = filed();
        pipeline.sql(
                        "insert into hub.watch_stop (program, model_version, text) values (?, 'fs-1', 'Two reports belong elsewhere.')")
                .param(program)
                .update();
        merges.propose(new ReportedMerge(
                program,
                "person-of-" + FILED_ON,
                "P-7",
                "CITYHOSP",
                "M-1",
                java.time.Instant.parse("2026-03-01T10:00:00Z")));
        merges.merge(program, "person-of-" + FILED_ON, "person-of-IOD-2031-000078", "one and the same", "boss");
        pipeline.sql("insert into hub.connection (id, channel, address, programs) values (?, 'email', ?, array[?])")
                .params("mail-" + program, program + "@agency.example", program)
                .update();
        people.put("all." + program, "long enough", "All", Map.of(program, EnumSet.allOf(Role.class)));
        try (Chromium chromium = Chromium.start()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                BrowserContext context = chromium.browser.newContext(new NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setColorScheme(scheme));
                look(context.newPage(), second);
                context.close();
            }
        }
    }

    private void look(Page page, UUID second) {
        List<String> complaints = new java.util.ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate("/worklist");
        page.getByLabel("Name").fill("all." + program);
        page.getByLabel("Password").fill("long enough");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        for (String address : List.of(
                "/second-reviews",
                "/second-reviews/" + second + "?q=vasquez&pick=" + FILED_ON,
                "/quality",
                "/merges",
                "/reports/" + report,
                "/it/models",
                "/it/models/" + Model.CURRENT.version(),
                "/it/providers",
                "/it/connections/mail-" + program,
                "/it/routes",
                "/it/quarantine",
                "/it/mappings",
                "/it/levels")) {
            assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
            Accessible.check(page, address);
        }
        assertThat(complaints).isEmpty();
    }
}
