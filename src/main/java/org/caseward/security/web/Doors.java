package org.caseward.security.web;

import jakarta.servlet.DispatcherType;
import java.util.concurrent.Semaphore;
import org.caseward.security.WhoAsks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Which addresses exist for whom, by filter chain: the look of the pages; the JSON API; all other pages. The token's own is {@link TokenServer}, FHIR's {@link FhirDoor}, the providers' {@link PortalDoor}, fax services' {@link WebhookDoor}. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Doors {
    static final String CONTENT_SECURITY =
            "default-src 'self'; frame-ancestors 'none'; object-src 'none';" + " base-uri 'none'; form-action 'self'";
    private static final String COOKIE = "caseward";

    /** Style sheets, scripts and the like: open, and the only answers that may be cached. */
    @Bean
    @Order(2)
    SecurityFilterChain assetsDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/assets/**", "/webjars/**", "/favicon.ico")
                .headers(headers -> headers(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** The JSON API: a bearer token, or the session of a person whose page asks (then with the page's CSRF token). */
    @Bean
    @Order(4)
    SecurityFilterChain apiDoor(HttpSecurity http, Refusals refusals, DeclaredRules rules, WhoAsks who)
            throws Exception {
        AuthorizationManager<RequestAuthorizationContext> anybodyKnown = (ignored, context) ->
                new AuthorizationDecision(who.in(context.getRequest()).isPresent());
        return http.securityMatcher("/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .headers(Doors::headers)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                                .access(anybodyKnown)
                                .anyRequest()
                                .access(rules))
                .oauth2ResourceServer(bearer -> bearer.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(refusals.problemUnauthorized())
                        .accessDeniedHandler(refusals.problemForbidden()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals.problemUnauthorized())
                        .accessDeniedHandler(refusals.problemForbidden()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(UploadGate.NO_FILES, CsrfFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    /** Pages: a person's session. */
    @Bean
    @Order(5)
    SecurityFilterChain pagesDoor(
            HttpSecurity http,
            Refusals refusals,
            DeclaredRules rules,
            SignIn signIn,
            Semaphore uploadPlaces,
            @Value("${caseward.portal.largest-request:67108864}") long largest)
            throws Exception {
        UploadGate gate = new UploadGate(
                request -> request.getRequestURI().equals(request.getContextPath() + "/counter"),
                largest,
                uploadPlaces,
                refusals);
        return http.headers(Doors::headers)
                .addFilterBefore(gate, CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/signin")
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .authenticationProvider(signIn.provider())
                .formLogin(form -> form.loginPage("/signin")
                        .loginProcessingUrl("/signin")
                        .usernameParameter("name")
                        .successHandler(signIn.succeeded())
                        .failureHandler(signIn.failed()))
                .logout(out -> out.logoutUrl("/signout").logoutSuccessUrl("/signin?signedout"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals.signIn()).accessDeniedPage("/denied"))
                .build();
    }

    /** On every answer; {@code no-store}, {@code nosniff} and, under TLS, HSTS are the framework's own defaults. */
    static HeadersConfigurer<HttpSecurity> headers(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    @Bean
    CookieSameSiteSupplier sessionCookieSameSite() {
        return CookieSameSiteSupplier.ofLax().whenHasName(COOKIE);
    }

    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.getSessionCookieConfig().setName(COOKIE);
            context.getSessionCookieConfig().setHttpOnly(true);
        };
    }
}
