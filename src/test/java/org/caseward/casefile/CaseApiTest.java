package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Set;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class CaseApiTest extends MirrorTest {
    private static final Staff COORDINATOR = new Staff("ann", Map.of("api-a", Set.of(Role.COORDINATOR)));
    private static final Staff STRANGER = new Staff("bo", Map.of("api-b", Set.of(Role.COORDINATOR)));
    private static final Staff ENGINEER =
            new Staff("eve", Map.of("api-a", Set.of(Role.INTEGRATION_ENGINEER), "api-b", Set.of(Role.COORDINATOR)));

    @Autowired
    CaseApi api;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoPrograms() {
        jdbc.sql("insert into program (code, label) values ('api-a', 'A'), ('api-b', 'B') on conflict do nothing")
                .update();
    }

    private MockMvc as(Staff staff) {
        return MockMvcBuilders.standaloneSetup(api)
                .setCustomArgumentResolvers(new SignedIn(staff))
                .setControllerAdvice(new Problems())
                .build();
    }

    @Test
    void takesCasesOfTheFeedersProgramsAndShowsThemInside() throws Exception {
        String body = Feeds.contractCase("api-a", "API-1") + "\n" + Feeds.contractCase("api-b", "API-2");
        as(ENGINEER)
                .perform(post("/api/cases").contentType("application/x-ndjson").content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.rejected").value(1))
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].reason").value("program is not one that you may feed"));
        as(COORDINATOR)
                .perform(get("/api/cases/api-a/API-1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person.family").value("Brandt"))
                .andExpect(jsonPath("$.injuryDate").value("2026-01-02"));
    }

    @Test
    void aCaseOutsideSomebodysProgramsIsNotThere() throws Exception {
        as(ENGINEER)
                .perform(post("/api/cases")
                        .contentType("application/x-ndjson")
                        .content(Feeds.contractCase("api-a", "API-1")));
        String outside = as(STRANGER)
                .perform(get("/api/cases/api-a/API-1"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String nowhere = as(STRANGER)
                .perform(get("/api/cases/api-a/API-9"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(outside.replace("API-1", "API-9")).isEqualTo(nowhere);
        as(STRANGER).perform(get("/api/cases/api-a/API-1/records")).andExpect(status().isNotFound());
    }

    @Test
    void aCoordinatorMayNotFeed() throws Exception {
        as(COORDINATOR)
                .perform(post("/api/cases").contentType("text/csv").content("program,caseNumber\n"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"));
    }

    @ControllerAdvice
    private static final class Problems extends ResponseEntityExceptionHandler {}

    private record SignedIn(Staff staff) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Staff.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return staff;
        }
    }
}
