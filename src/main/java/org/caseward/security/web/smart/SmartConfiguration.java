package org.caseward.security.web.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseward.security.SmartScope;
import org.caseward.security.TokenPlace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;

/** Tells clients where and how they get tokens ({@code [base]/.well-known/smart-configuration}), without asking who they are. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SmartConfiguration {
    @Bean
    TokenPlace tokenPlace(FhirTokens tokens, FhirSettings settings) {
        return request -> {
            String asCame = request.getRequestURL().toString();
            String base = settings.base().isBlank() ? asCame.replaceFirst("/fhir(/.*)?$", "/fhir") : settings.base();
            return tokens.tokenAddress(base);
        };
    }

    @Bean
    ServletRegistrationBean<HttpServlet> smartConfigurationServlet(TokenPlace place, JsonMapper json) {
        ServletRegistrationBean<HttpServlet> servlet =
                new ServletRegistrationBean<>(new Told(place, json), "/fhir/.well-known/smart-configuration");
        servlet.setName("smart-configuration");
        return servlet;
    }

    private static final class Told extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient TokenPlace place;
        private final transient JsonMapper json;

        Told(TokenPlace place, JsonMapper json) {
            this.place = place;
            this.json = json;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Map<String, Object> told = new LinkedHashMap<>();
            try {
                told.put("token_endpoint", place.of(request));
            } catch (JwtException e) {
                response.setHeader("Retry-After", "30");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            told.put("grant_types_supported", List.of("client_credentials"));
            told.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
            told.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
            told.put(
                    "scopes_supported",
                    SmartScope.OFFERED.stream().map(SmartScope::text).toList());
            told.put("capabilities", List.of("client-confidential-asymmetric", "permission-v2", "permission-v1"));
            response.setContentType("application/json");
            response.getOutputStream().write(json.writeValueAsBytes(told));
        }
    }
}
