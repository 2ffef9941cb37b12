package org.caseward.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.ServletException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.caseward.HubApplication;
import org.caseward.monitoring.StandIns;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.ReportRows;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.testing.OnlyTheHub;
import org.caseward.testing.TestHub;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address of the whole application as every role, in its own program, in another and in none. Whatever controller is added is walked too; one that declares
 * no rule fails here.
 */
@SpringBootTest(classes = {HubApplication.class, StandIns.class})
@ContextConfiguration(initializers = OnlyTheHub.class)
class WallsTest {
    private static final Logger LOG = LoggerFactory.getLogger(WallsTest.class);
    private static final String OWN = "walls-own";
    private static final String OTHER = "walls-other";
    private static final Set<String> OPEN = Set.of("/signin", "/denied");
    /** Where a provider shows who it is. */
    private static final Set<String> PORTALS_OPEN = Set.of("/portal/signin", "/portal/invited");
    /** Found in an answer to somebody of another program, it is a hole. */
    private static final String MARKER = "W4LLS" + UUID.randomUUID().toString().substring(0, 8);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestHub.register(registry, "walls");
        // no route needs to run for this, so none holds a port or a folder
        Path routes = TestHub.routes("walls", "errors.xml");
        registry.add("caseward.routes", () -> routes.toString());
    }

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    People people;

    @Autowired
    JdbcClient pipeline;

    MockMvc web;
    ReportId report;

    @BeforeEach
    void aReportOfOneProgramAndPeopleOfTwo() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        report = new ReportRows(pipeline).put(MARKER, "in_review", OWN, List.of(OWN));
        new ReportRows(pipeline).put(MARKER, "quarantined", OWN, List.of(OWN));
        new ReportRows(pipeline).put(MARKER, "quarantined", null, List.of(OWN));
        people.put("nobody", "long enough", "Nobody", Map.of());
        for (Role role : Role.values()) {
            people.put(name(role, OWN), "long enough", "Own", Map.of(OWN, Set.of(role)));
            people.put(name(role, OTHER), "long enough", "Other", Map.of(OTHER, Set.of(role)));
        }
    }

    private static String name(Role role, String program) {
        return role.code() + "@" + program;
    }

    /** One address by one method. */
    record Address(HttpMethod method, String pattern, HandlerMethod handler, MediaType takes) {
        Optional<Predicate<Staff>> rule() {
            return DeclaredRules.declared(handler);
        }

        boolean ofThePortal() {
            return pattern.equals("/portal") || pattern.startsWith("/portal/");
        }

        boolean changes() {
            return method != HttpMethod.GET;
        }

        @Override
        public String toString() {
            return method + " " + pattern + " (" + handler.getShortLogMessage() + ")";
        }
    }

    private List<Address> addresses() {
        List<Address> all = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                methods(info).forEach(method -> all.add(new Address(method, pattern, handler, takes(info, pattern))));
            }
        });
        return all;
    }

    private static MediaType takes(RequestMappingInfo info, String pattern) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(
                        pattern.startsWith("/api")
                                ? MediaType.APPLICATION_JSON
                                : MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static Collection<HttpMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> named = info.getMethodsCondition().getMethods();
        return named.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : named.stream().map(RequestMethod::asHttpMethod).toList();
    }

    private List<Address> ours() {
        return addresses().stream()
                .filter(address -> address.handler().getBeanType().getName().startsWith("org.caseward."))
                .filter(address -> !OPEN.contains(address.pattern()))
                .filter(address -> !address.ofThePortal())
                .toList();
    }

    @Test
    void everyAddressDeclaresWhoMayCallIt() {
        assertThat(ours()).isNotEmpty();
        assertThat(ours().stream().filter(address -> address.rule().isEmpty()))
                .as("addresses without @AllowedTo or @SignedIn")
                .isEmpty();
    }

    @Test
    void aStrangerGetsInNowhere() {
        SoftAssertions softly = new SoftAssertions();
        for (Address address : addresses()) {
            MockHttpServletResponse answer = call(address, null, true);
            boolean signIn = answer.getStatus() == 302
                    && String.valueOf(answer.getRedirectedUrl()).endsWith("/signin");
            softly.assertThat(answer.getStatus() == 401
                            || signIn
                            || address.pattern().equals("/signin")
                            || PORTALS_OPEN.contains(address.pattern()))
                    .as("%s answered a stranger with %s", address, answer.getStatus())
                    .isTrue();
        }
        softly.assertAll();
    }

    /** Its own door, which asks for a provider's login: no role of the staff opens it. */
    @Test
    void noRoleOpensThePortal() {
        SoftAssertions softly = new SoftAssertions();
        List<Address> portal = addresses().stream()
                .filter(Address::ofThePortal)
                .filter(address -> !PORTALS_OPEN.contains(address.pattern()))
                .toList();
        softly.assertThat(portal).isNotEmpty();
        for (Address address : portal) {
            for (Role role : Role.values()) {
                softly.assertThat(call(address, name(role, OWN), true).getStatus())
                        .as("%s as %s", address, role)
                        .isEqualTo(403);
            }
        }
        softly.assertAll();
    }

    @Test
    void eachRoleGetsInExactlyWhereItIsDeclared() {
        SoftAssertions softly = new SoftAssertions();
        for (Address address : ours()) {
            for (Role role : Role.values()) {
                boolean allowed =
                        address.rule().orElse(staff -> false).test(new Staff("x", Map.of(OTHER, Set.of(role))));
                int status = call(address, name(role, OTHER), true).getStatus();
                // asking with another program's role: let in by the role, and then there is nothing to be found
                softly.assertThat(status).as("%s as %s", address, role).satisfies(s -> {
                    if (allowed) {
                        assertThat(s).isNotEqualTo(401).isLessThan(500);
                    } else {
                        assertThat(s).isEqualTo(403);
                    }
                });
            }
        }
        softly.assertAll();
    }

    @Test
    void whoHoldsNoRoleGetsInOnlyWhereSigningInIsEnough() {
        SoftAssertions softly = new SoftAssertions();
        Staff nobody = new Staff("nobody", Map.of());
        for (Address address : ours()) {
            if (!address.rule().orElse(staff -> false).test(nobody)) {
                softly.assertThat(call(address, "nobody", true).getStatus())
                        .as(address.toString())
                        .isEqualTo(403);
            }
        }
        softly.assertAll();
    }

    @Test
    void nothingOfAProgramIsSeenOrChangedFromAnother() {
        SoftAssertions softly = new SoftAssertions();
        String before = story();
        for (Address address : ours()) {
            for (Role role : Role.values()) {
                MockHttpServletResponse answer = call(address, name(role, OTHER), true);
                softly.assertThat(text(answer)).as("%s as %s", address, role).doesNotContain(MARKER);
            }
        }
        softly.assertThat(story()).isEqualTo(before);
        softly.assertAll();
    }

    @Test
    void theMarkerIsSeenFromInsideOrTheTestAboveProvesNothing() {
        List<String> seen = ours().stream()
                .filter(address -> !address.changes())
                .flatMap(address -> Arrays.stream(Role.values())
                        .filter(role ->
                                text(call(address, name(role, OWN), true)).contains(MARKER))
                        .map(role -> role + " " + address.pattern()))
                .toList();
        assertThat(seen)
                .contains(
                        "INTEGRATION_ENGINEER /it/quarantine",
                        "COORDINATOR /api/reports/{id}",
                        "COORDINATOR /reports/{id}");
    }

    @Test
    void aPersonsRequestThatChangesSomethingNeedsTheTokenOfAPage() {
        SoftAssertions softly = new SoftAssertions();
        String before = story();
        for (Address address : ours().stream().filter(Address::changes).toList()) {
            for (Role role : Role.values()) {
                softly.assertThat(call(address, name(role, OWN), false).getStatus())
                        .as("%s as %s", address, role)
                        .isEqualTo(403);
            }
        }
        softly.assertThat(story()).isEqualTo(before);
        softly.assertAll();
    }

    /** All that is known of the report, as text. */
    private String story() {
        return pipeline.sql("""
                        select r::text || ' ' || (select string_agg(s::text, '|' order by at) from hub.report_step s where s.report = r.id)
                        from hub.report r where r.id = ?
                        """).param(report.value()).query(String.class).single();
    }

    private MockHttpServletResponse call(Address address, @Nullable String who, boolean withToken) {
        MockHttpServletRequestBuilder request = request(address.method(), address.pattern(), values(address.pattern()))
                .contentType(address.takes());
        if (address.changes() && address.pattern().startsWith("/api")) {
            request.content("{\"from\":\"received\",\"action\":\"reject\",\"reason\":\"a test\"}");
        }
        if (who != null) {
            request.with(user(who));
        }
        if (withToken) {
            request.with(csrf());
        }
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (ServletException e) {
            LOG.warn("{} failed", address, e);
            MockHttpServletResponse failed = new MockHttpServletResponse();
            failed.setStatus(500);
            return failed;
        } catch (Exception e) {
            throw new AssertionError(address.toString(), e);
        }
    }

    /** The report for every id; its program and 1 where an address asks for these. */
    private Object[] values(String pattern) {
        List<Object> values = new ArrayList<>();
        var variable = Pattern.compile("\\{([^}:]+)[^}]*}").matcher(pattern);
        while (variable.find()) {
            values.add(
                    switch (variable.group(1)) {
                        case "program" -> OWN;
                        case "number" -> "1";
                        default -> report.toString();
                    });
        }
        return values.toArray();
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
