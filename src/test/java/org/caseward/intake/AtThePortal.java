package org.caseward.intake;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.review.Chromium;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.Role;
import org.caseward.testing.Accessible;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic's front desk with a browser, and somebody of the staff with another. Every test has a clinic of its own. */
abstract class AtThePortal extends ReceivingHub {
    static final String PASSWORD = "a sentence for the front desk";
    static final String STAFF = "counter-clerk";

    private static Chromium chromium;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    ActsHeard acts;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final String clinic = "clinic-" + mark;
    final String account = "desk-" + mark + "@lakeside.example";
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
    void aClinicWithAnAccount() {
        aClinic(clinic, account, "Lakeside Orthopedics");
        people.put(STAFF, PASSWORD, "Clerk", Map.of("pd-medical", Set.of(Role.COORDINATOR, Role.SUPERVISOR)));
        fresh(ColorScheme.LIGHT, true);
    }

    void aClinic(String id, String login, String name) {
        jdbc.sql("insert into provider (id, name) values (?, ?) on conflict do nothing")
                .params(id, name)
                .update();
        jdbc.sql("insert into sender (connection, key, provider) values ('portal-test', ?, ?) on conflict do nothing")
                .params(id, id)
                .update();
        connections.refresh();
        accounts.open(login, id, "portal-test");
        accounts.choosePassword(login, PASSWORD);
    }

    @AfterEach
    void goHome() {
        context.close();
        // nobody else's worklist is to show these
        jdbc.sql("update report set state = 'rejected' where provider = ? and state in ('in_review', 'quarantined')")
                .param(clinic)
                .update();
    }

    /** A browser that knows nothing of the one before. */
    final void fresh(ColorScheme scheme, boolean script) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + httpPort)
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(script)
                .setColorScheme(scheme));
        page = context.newPage();
        page.setDefaultTimeout(30_000);
    }

    void signIn() {
        signIn(account);
    }

    void signIn(String login) {
        page.navigate("/portal/signin");
        page.getByLabel("Account").fill(login);
        page.getByLabel("Password").fill(PASSWORD);
        press("Sign in");
        page.waitForURL("**/portal/send");
    }

    void staffSignsIn() {
        page.navigate("/signin");
        page.getByLabel("Name").fill(STAFF);
        page.getByLabel("Password").fill(PASSWORD);
        press("Sign in");
        page.waitForLoadState();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /** As a person does it with the mouse. */
    void drop(String... names) {
        JSHandle files = page.evaluateHandle("""
                names => {
                  const files = new DataTransfer();
                  for (const name of names) files.items.add(new File([name + ' ' + Math.random()], name, { type: 'text/plain' }));
                  return files;
                }""", List.of(names));
        page.dispatchEvent("[data-drop]", "drop", Map.of("dataTransfer", files));
    }

    void accessible(String what) {
        Accessible.check(page, what);
    }

    /** A report of this clinic, whatever way it came. */
    void report(String number, String state, @Nullable String reasonCode) {
        jdbc.sql("""
                        insert into report (id, receipt, receipt_number, received_at, channel, connection, programs, program, provider, control_id, sha256, state, lane, reason_code)
                        values (:id, :receipt, :number, now(), 'fax', 'fax-shared', '{pd-medical}', 'pd-medical', :provider, :control, '\\x00', :state, 'documents', :code)
                        """)
                .param("id", org.caseward.report.ReportId.next().value())
                .param("receipt", org.caseward.report.ReceiptId.next().value())
                .param("number", number)
                .param("provider", clinic)
                .param("control", "FAX" + number)
                .param("state", state)
                .param("code", reasonCode)
                .update();
    }
}
