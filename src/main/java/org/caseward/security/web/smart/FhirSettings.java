package org.caseward.security.web.smart;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gives out the tokens that open FHIR.
 *
 * @param base the FHIR base as clients see it; empty where it is as each request came
 * @param issuer an outside issuer (its {@code iss}, an https address); empty where this hub gives the tokens itself
 * @param audience what the outside issuer writes into {@code aud} for us; empty where that is the base
 * @param clientClaim which claim of the outside issuer's tokens names the client, as its connection does
 * @param acceptUnscoped whether an API client's token without scopes may send too; the demo's alone, never for real use
 */
@ConfigurationProperties("caseward.fhir")
public record FhirSettings(
        @DefaultValue("") String base,
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @DefaultValue("client_id") String clientClaim,
        @DefaultValue("false") boolean acceptUnscoped) {
    public FhirSettings {
        if (!issuer.isBlank() && audience.isBlank() && base.isBlank()) {
            throw new IllegalArgumentException(
                    "caseward.fhir.issuer is set, so caseward.fhir.audience or caseward.fhir.base must say for whom its tokens are meant");
        }
    }

    boolean outside() {
        return !issuer.isBlank();
    }

    String expectedAudience() {
        return audience.isBlank() ? base : audience;
    }
}
