package org.caseward.security.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.caseward.security.web.smart.FhirTokens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The FHIR door: a bearer token with scopes, never a browser's session. What the server can do and where tokens are got is told to everybody. Which connection a client sends
 * by, and whether its scopes allow it, intake decides.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class FhirDoor {
    private static final String NO_TOKEN =
            "Nobody has signed in, or the token is expired or not meant for here. [base]/.well-known/smart-configuration says where to ask for a new one; send it as bearer.";
    private static final String CLOSED = "This address is not open to this client.";
    private static final String AWAY =
            "The issuer of tokens could not be asked, so this one could not be checked. Nothing was kept. Please send it again later.";

    private final JsonMapper json;

    FhirDoor(JsonMapper json) {
        this.json = json;
    }

    @Bean
    @Order(3)
    SecurityFilterChain fhirChain(HttpSecurity http, FhirTokens tokens) throws Exception {
        AuthenticationEntryPoint noToken = noToken();
        AccessDeniedHandler closed = (request, response, refused) -> answer(response, HttpStatus.FORBIDDEN, CLOSED);
        return http.securityMatcher("/fhir/**")
                .headers(Doors::headers)
                .addFilterBefore(
                        (request, response, chain) -> {
                            try {
                                chain.doFilter(request, response);
                            } catch (AuthenticationServiceException e) {
                                ((HttpServletResponse) response).setHeader("Retry-After", "30");
                                answer((HttpServletResponse) response, HttpStatus.SERVICE_UNAVAILABLE, AWAY);
                            }
                        },
                        LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/fhir/metadata", "/fhir/.well-known/smart-configuration")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(bearer -> bearer.jwt(
                                jwt -> jwt.decoder(tokens::decode).jwtAuthenticationConverter(tokens::convert))
                        .authenticationEntryPoint(noToken)
                        .accessDeniedHandler(closed))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(noToken).accessDeniedHandler(closed))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private AuthenticationEntryPoint noToken() {
        AuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
        return (request, response, refused) -> {
            bearer.commence(request, response, refused);
            answer(response, HttpStatus.UNAUTHORIZED, NO_TOKEN);
        };
    }

    private void answer(HttpServletResponse response, HttpStatus status, String words) throws IOException {
        String code = switch (status) {
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            default -> "transient";
        };
        response.setStatus(status.value());
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.getOutputStream()
                .write(json.writeValueAsBytes(Map.of(
                        "resourceType",
                        "OperationOutcome",
                        "issue",
                        List.of(Map.of("severity", "error", "code", code, "diagnostics", words)))));
    }
}
