package org.caseward.security.web;

import jakarta.servlet.DispatcherType;
import java.util.concurrent.Semaphore;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.ProviderLogin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The providers' door, {@code /portal}. Who has signed in here stands in the session under a name of its own, which no other door reads: at the staff's pages and the API
 * a provider is a stranger, and a member of the staff is one here.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PortalDoor {
    static final String SESSION = "CASEWARD_PORTAL";

    /** How many uploads may lie in memory at a time, behind all doors. */
    @Bean
    Semaphore uploadPlaces(@Value("${caseward.portal.places:6}") int places) {
        return new Semaphore(places);
    }

    @Bean
    HttpSessionSecurityContextRepository portalSession() {
        HttpSessionSecurityContextRepository session = new HttpSessionSecurityContextRepository();
        session.setSpringSecurityContextKey(SESSION);
        return session;
    }

    @Bean
    @Order(4)
    SecurityFilterChain providersDoor(
            HttpSecurity http,
            Refusals refusals,
            ProviderSignIn signIn,
            ProviderAccounts accounts,
            HttpSessionSecurityContextRepository portalSession,
            Semaphore uploadPlaces,
            @Value("${caseward.portal.largest-request:67108864}") long largest)
            throws Exception {
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName(SESSION + "_CSRF");
        UploadGate gate = new UploadGate(
                request -> request.getRequestURI().equals(request.getContextPath() + "/portal/uploads"),
                largest,
                uploadPlaces,
                refusals);
        return http.securityMatcher("/portal", "/portal/**")
                .headers(Doors::headers)
                .securityContext(context -> context.securityContextRepository(portalSession))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(gate, CsrfFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/portal/signin", "/portal/invited")
                                .permitAll()
                                .anyRequest()
                                .access(aProvider(accounts)))
                .authenticationProvider(signIn.provider())
                .formLogin(form -> form.loginPage("/portal/signin")
                        .loginProcessingUrl("/portal/signin")
                        .usernameParameter("name")
                        .successHandler(signIn.succeeded())
                        .failureHandler(signIn.failed()))
                .logout(out -> out.logoutUrl("/portal/signout")
                        .invalidateHttpSession(false)
                        .logoutSuccessUrl("/portal/signin?signedout"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals.portalSignIn())
                        .accessDeniedHandler(refusals.portalDenied()))
                .build();
    }

    /** What is taken from an account or a link is gone at once, for open sessions too. */
    private static AuthorizationManager<RequestAuthorizationContext> aProvider(ProviderAccounts accounts) {
        return (who, context) -> {
            Authentication authentication = who.get();
            return new AuthorizationDecision(authentication != null
                    && authentication.getPrincipal() instanceof ProviderLogin login
                    && accounts.stillOpen(login));
        };
    }
}
