package org.caseward.security.web;

import java.util.List;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.WhoAsks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Metrics tell of the whole hub, and some of them of each program: only an integration engineer of every program reads them, as a rule a scraper with a client of its own. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class MetricsDoor {
    private final WhoAsks who;
    private final JdbcClient pipeline;

    MetricsDoor(WhoAsks who, JdbcClient pipeline) {
        this.who = who;
        this.pipeline = pipeline;
    }

    @Bean
    @Order(1)
    SecurityFilterChain metricsChain(HttpSecurity http, Refusals refusals) throws Exception {
        return http.securityMatcher("/actuator/**")
                .headers(Doors::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((ignored, context) -> new AuthorizationDecision(who.in(context.getRequest())
                                .filter(this::engineerEverywhere)
                                .isPresent())))
                .oauth2ResourceServer(bearer -> bearer.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(refusals.problemUnauthorized())
                        .accessDeniedHandler(refusals.problemForbidden()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals.problemUnauthorized())
                        .accessDeniedHandler(refusals.problemForbidden()))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private boolean engineerEverywhere(Staff staff) {
        List<String> programs =
                pipeline.sql("select code from hub.program").query(String.class).list();
        return staff.has(Role.INTEGRATION_ENGINEER)
                && programs.stream().allMatch(program -> staff.has(Role.INTEGRATION_ENGINEER, program));
    }
}
