package org.caseward.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseward.security.AllowedTo;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.SignedIn;
import org.caseward.security.Staff;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = DoorsTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorsTest {
    @TempDir
    static Path secrets;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("caseward.secrets", () -> secrets.toString());
    }

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.caseward.security",
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @Import(Rooms.class)
    static class App {}

    @RestController
    static class Rooms {
        @GetMapping("/api/programs")
        @AllowedTo({Role.COORDINATOR, Role.AUDITOR})
        List<String> programs(Staff staff) {
            return staff.programs();
        }

        @PostMapping("/api/knock")
        @SignedIn
        String knock(Staff staff) {
            return staff.name();
        }

        @GetMapping("/page")
        @AllowedTo(Role.COORDINATOR)
        String page() {
            return "a page";
        }

        @GetMapping("/api/undeclared")
        String undeclared() {
            return "nobody said who may";
        }

        @GetMapping("/api/seniors")
        @AllowedTo(Role.COORDINATOR)
        String seniors(Staff staff) {
            staff.require("pd", Role.SENIOR_COORDINATOR);
            return "seniors only";
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @ParameterizedTest
    @CsvSource({"COORDINATOR,/worklist", "TRIAGE,/worklist", "INTEGRATION_ENGINEER,/it/routes", "AUDITOR,/audit"})
    void theDayBeginsWhereTheWorkIs(Role role, String page) {
        String name = "early-" + role.code().replace('_', '-');
        people.put(name, "a long enough pass phrase", name, Map.of("pd", Set.of(role)));
        Browser browser = new Browser(port);
        assertThat(browser.signIn(name, "a long enough pass phrase")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/");
        assertThat(browser.get("/").headers().firstValue("Location").orElse("")).endsWith(page);
    }

    Browser browser;

    @BeforeEach
    void somePeople() {
        browser = new Browser(port);
        people.put(
                "ann",
                "correct horse",
                "Ann Example",
                Map.of("pd", Set.of(Role.COORDINATOR), "wc", Set.of(Role.INTEGRATION_ENGINEER)));
        people.putClient("lab", "s3cret-of-lab", Map.of("pd", Set.of(Role.AUDITOR)));
    }

    @Test
    void aStrangerIsSentToTheSignInPageOrToldSoInAProblemDocument() {
        assertThat(browser.get("/page").statusCode()).isEqualTo(302);
        assertThat(browser.get("/page").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/signin"));
        HttpResponse<String> api = browser.get("/api/programs");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(api.body()).contains("\"status\":401").contains("/oauth2/token");
    }

    @Test
    void aPartOfAPageAskedByAStrangerSendsTheWholePageToTheSignIn() {
        HttpResponse<String> part = browser.get("/page", "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/signin");
    }

    @Test
    void aPersonSignsInAndIsTakenToThePageAskedFirst() {
        browser.get("/page");
        HttpResponse<String> in = browser.signIn("ann", "correct horse");
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/page"));
        assertThat(browser.get("/page").body()).isEqualTo("a page");
    }

    @Test
    void theSessionCookieIsForTheBrowserOnlyAndForThisSiteOnly() {
        String cookie =
                browser.get("/signin").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("caseward=").contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void aPageAsksTheApiWithItsSessionAndItsCsrfToken() {
        browser.signIn("ann", "correct horse");
        String csrf = browser.csrf("/signin");
        assertThat(browser.get("/api/programs").body()).isEqualTo("[\"pd\"]");
        assertThat(browser.post("/api/knock", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/knock", Map.of(), "X-CSRF-TOKEN", csrf).body())
                .isEqualTo("ann");
    }

    @Test
    void aClientGetsATokenAndNeedsNoCsrfToken() {
        String bearer = "Bearer " + browser.token("lab", "s3cret-of-lab");
        assertThat(browser.get("/api/programs", "Authorization", bearer).body()).isEqualTo("[\"pd\"]");
        assertThat(browser.post("/api/knock", Map.of(), "Authorization", bearer).body())
                .isEqualTo("lab");
        assertThat(browser.get("/page", "Authorization", bearer).statusCode()).isEqualTo(302);
    }

    @Test
    void aClientMaySendItsSecretInTheFormToo() {
        HttpResponse<String> answer = browser.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "lab", "client_secret", "s3cret-of-lab"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("access_token").contains("Bearer");
    }

    @Test
    void aWrongSecretOrABrokenTokenOpensNothing() {
        assertThat(browser.askToken("lab", "guess").statusCode()).isEqualTo(401);
        assertThat(browser.askToken("nobody", "guess").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/programs", "Authorization", "Bearer not.a.token")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void fhirTakesABearerTokenAndNoSession() {
        browser.signIn("ann", "correct horse");
        assertThat(browser.get("/fhir/DocumentReference").statusCode()).isEqualTo(401);
        String bearer = "Bearer " + browser.token("lab", "s3cret-of-lab");
        assertThat(browser.get("/fhir/DocumentReference", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatDeclaresNoRuleIsClosedAndSoIsWhatDoesNotExist() {
        String bearer = "Bearer " + browser.token("lab", "s3cret-of-lab");
        for (String path : List.of("/api/undeclared", "/api/nothing", "/api/seniors")) {
            HttpResponse<String> answer = browser.get(path, "Authorization", bearer);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
        browser.signIn("ann", "correct horse");
        HttpResponse<String> page = browser.get("/nothing");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("not open to you");
    }

    @Test
    void aRoleInAnotherProgramIsNoRoleHere() {
        browser.signIn("ann", "correct horse");
        assertThat(browser.get("/api/seniors").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        browser.signIn("ann", "correct horse");
        assertThat(browser.get("/page").statusCode()).isEqualTo(200);
        people.disable("ann");
        assertThat(browser.get("/page").statusCode()).isEqualTo(403);
        assertThat(new Browser(port).signIn("ann", "correct horse").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/signin?error"));
    }

    @Test
    void guessingIsSlowedDown() {
        people.put("bob", "bob's own", "Bob Example", Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("bob", "guess " + i).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/signin?error"));
        }
        assertThat(browser.signIn("bob", "bob's own").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/signin?wait="));
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        for (String path : List.of("/signin", "/api/programs", "/page")) {
            var headers = browser.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).hasValue(Doors.CONTENT_SECURITY);
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        }
        assertThat(browser.get("/webjars/htmx.org/2.0.8/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theApiDescribesItselfToThoseWhoSignedIn() {
        assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(401);
        String bearer = "Bearer " + browser.token("lab", "s3cret-of-lab");
        assertThat(browser.get("/v3/api-docs", "Authorization", bearer).body()).contains("/api/programs");
    }
}
