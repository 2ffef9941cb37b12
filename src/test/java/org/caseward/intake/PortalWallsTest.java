package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caseward.demo.senders.PortalClient;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.ProviderInvitations;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Between a provider and the staff, and between one provider and another. */
class PortalWallsTest extends ReceivingHub {
    private static final String PASSWORD = "a sentence for the front desk";

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    ProviderInvitations invitations;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Browser browser;

    @BeforeEach
    void twoClinics() {
        browser = new Browser(httpPort);
        for (String clinic : new String[] {"own-" + mark, "other-" + mark}) {
            jdbc.sql("insert into provider (id, name) values (?, ?)")
                    .params(clinic, clinic)
                    .update();
            jdbc.sql("insert into sender (connection, key, provider) values ('portal-test', ?, ?)")
                    .params(clinic, clinic)
                    .update();
            accounts.open(clinic, clinic, "portal-test");
            accounts.choosePassword(clinic, PASSWORD);
        }
        connections.refresh();
        people.put("wall-clerk", PASSWORD, "Clerk", Map.of("pd-medical", java.util.Set.of(Role.COORDINATOR)));
        people.put("wall-other", PASSWORD, "Other", Map.of("city-wc", java.util.Set.of(Role.COORDINATOR)));
    }

    private HttpResponse<String> signIn(Browser with, String account, String password) {
        return with.post(
                "/portal/signin", Map.of("name", account, "password", password, "_csrf", with.csrf("/portal/signin")));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void aProviderIsAStrangerAtTheStaffsDoorsAndTheStaffAtTheProviders() {
        assertThat(location(signIn(browser, "own-" + mark, PASSWORD))).endsWith("/portal/send");
        assertThat(location(browser.get("/counter"))).endsWith("/signin").doesNotContain("portal");
        assertThat(location(browser.get("/portal-access"))).endsWith("/signin").doesNotContain("portal");
        assertThat(browser.get("/api/reports").statusCode()).isEqualTo(401);
        assertThat(browser.get("/fhir/DocumentReference/1").statusCode()).isEqualTo(401);

        Browser clerk = new Browser(httpPort);
        clerk.signIn("wall-clerk", PASSWORD);
        assertThat(clerk.get("/counter").statusCode()).isEqualTo(200);
        assertThat(location(clerk.get("/portal/send"))).endsWith("/portal/signin");
    }

    @Test
    void signingOutAtThePortalLeavesTheStaffsSessionOfTheSameBrowserAlone() {
        browser.signIn("wall-clerk", PASSWORD);
        signIn(browser, "own-" + mark, PASSWORD);
        assertThat(browser.get("/counter").statusCode()).isEqualTo(200);
        browser.post("/portal/signout", Map.of("_csrf", browser.csrf("/portal/send")));
        assertThat(location(browser.get("/portal/send"))).endsWith("/portal/signin");
        assertThat(browser.get("/counter").statusCode()).isEqualTo(200);
    }

    @Test
    void aStaffNameOpensNothingAtThePortalNorAnAccountAtTheStaffsDoor() {
        assertThat(location(signIn(browser, "wall-clerk", PASSWORD))).endsWith("?error");
        assertThat(location(browser.signIn("own-" + mark, PASSWORD))).endsWith("?error");
    }

    @Test
    void anothersReceiptIsNotThere() throws Exception {
        upload("own-" + mark, "U" + UUID.randomUUID());
        UUID submission = jdbc.sql("select id from portal_submission where provider = ?")
                .param("own-" + mark)
                .query(UUID.class)
                .single();
        signIn(browser, "own-" + mark, PASSWORD);
        assertThat(browser.get("/portal/submissions/" + submission).statusCode())
                .isEqualTo(200);
        Browser other = new Browser(httpPort);
        signIn(other, "other-" + mark, PASSWORD);
        assertThat(other.get("/portal/submissions/" + submission).statusCode()).isEqualTo(404);
        assertThat(other.get("/portal/sent").body()).contains("Nothing yet");
    }

    private org.caseward.demo.senders.Answer upload(String account, String uploadId) throws Exception {
        return new PortalClient(java.net.URI.create("http://127.0.0.1:" + httpPort + "/portal"), account, PASSWORD)
                .upload(
                        uploadId,
                        "note.txt",
                        "text/plain",
                        ("a note of " + account).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void theSameUploadIdOfTwoProvidersIsTwoReceipts() throws Exception {
        String id = "U" + UUID.randomUUID();
        org.caseward.demo.senders.Answer first = upload("own-" + mark, id);
        assertThat(upload("own-" + mark, id)).isEqualTo(first);
        assertThat(upload("other-" + mark, id)).isNotEqualTo(first);
        assertThat(fixture.reports(id)).hasSize(2);
    }

    @Test
    void whoIsClosedOutIsOutAtOnce() {
        signIn(browser, "own-" + mark, PASSWORD);
        assertThat(browser.get("/portal/send").statusCode()).isEqualTo(200);
        accounts.disable("own-" + mark);
        assertThat(browser.get("/portal/send").statusCode()).isEqualTo(403);
    }

    @Test
    void aProviderThatMayNoLongerSendIsToldSo() throws Exception {
        jdbc.sql("delete from sender where key = ?").param("own-" + mark).update();
        connections.refresh();
        assertThat(upload("own-" + mark, "U" + UUID.randomUUID()).words()).contains("by which way to send");
    }

    @Test
    void anExpiredOrWithdrawnLinkOpensNothing() {
        ProviderInvitations.Made expired = invitations.invite(
                "portal-test", Optional.empty(), Optional.empty(), java.time.Duration.ofSeconds(-1), "x");
        ProviderInvitations.Made withdrawn = invitations.invite(
                "portal-test", Optional.empty(), Optional.empty(), java.time.Duration.ofDays(1), "x");
        invitations.withdraw(withdrawn.id(), java.util.List.of("portal-test"));
        for (String token : new String[] {expired.token(), withdrawn.token(), "guess"}) {
            assertThat(browser.post("/portal/invited", Map.of("code", token, "_csrf", browser.csrf("/portal/invited")))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(jdbc.sql("select count(*) from portal_invitation where encode(token_hash, 'escape') like ?")
                        .param("%" + withdrawn.token() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void guessingIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            signIn(browser, "own-" + mark, "wrong " + i);
        }
        assertThat(location(signIn(browser, "own-" + mark, PASSWORD))).contains("?wait=");
    }

    @Test
    void theStaffOfAnotherProgramSeeNeitherTheFormNorWhatWasHandedIn() throws Exception {
        upload("own-" + mark, "U" + UUID.randomUUID());
        UUID submission = jdbc.sql("select id from portal_submission where provider = ?")
                .param("own-" + mark)
                .query(UUID.class)
                .single();
        Browser other = new Browser(httpPort);
        other.signIn("wall-other", PASSWORD);
        assertThat(other.get("/counter").body()).doesNotContain("portal-test").contains("No place to hand in for");
        assertThat(other.get("/counter/" + submission).statusCode()).isEqualTo(404);
        Browser own = new Browser(httpPort);
        own.signIn("wall-clerk", PASSWORD);
        assertThat(own.get("/counter/" + submission).body()).contains("note.txt");
    }

    @Test
    void filesAreTakenNowhereElse() {
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nx\r\n--x--\r\n";
        for (String path : new String[] {"/signin", "/portal/signin", "/api/cases", "/oauth2/token"}) {
            assertThat(browser.postJson(path, multipart, "X-Not", "json").statusCode())
                    .as("control: %s answers otherwise", path)
                    .isNotEqualTo(415);
            assertThat(post(path, multipart).statusCode()).as(path).isEqualTo(415);
        }
        assertThat(post("/portal/uploads", multipart).statusCode()).isIn(302, 403);
        assertThat(post("/counter", multipart).statusCode()).isIn(302, 403);
    }

    private HttpResponse<String> post(String path, String body) {
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            java.net.URI.create("http://127.0.0.1:" + httpPort + path))
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
