package org.caseward.review;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.caseward.security.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A coordinator has signed in with a browser, and nothing waits yet. */
@DeskTest
abstract class AtTheDesk {
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
        page.setDefaultTimeout(30_000);
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

    void signInAnew(ColorScheme scheme) {
        context.close();
        context = context(scheme);
        page = context.newPage();
        page.setDefaultTimeout(30_000);
        signIn(page);
    }

    private static void signIn(Page page) {
        page.navigate("/worklist");
        page.getByLabel("Name").fill(DeskScene.COORDINATOR);
        page.getByLabel("Password").fill(DeskScene.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    String state(UUID report) {
        return pipeline.sql("select state from hub.report where id = ?")
                .param(report)
                .query(String.class)
                .single();
    }
}
