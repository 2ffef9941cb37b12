package org.caseward.security.web.smart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What an assertion must say besides a good signature: SMART App Launch 2, "Client Authentication: Asymmetric", and RFC 7523, 3. The store of used assertions is asked last,
 * so that a broken one uses up no name.
 */
final class AssertionRules implements OAuth2TokenValidator<Jwt> {
    /** Before the words for the client, so that they are told from a library's. */
    static final String SAID = "smart";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** What two clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final ClientKeys.Keyed client;
    private final TokenAddress address;
    private final AssertionsSeen seen;

    AssertionRules(ClientKeys.Keyed client, TokenAddress address, AssertionsSeen seen) {
        this.client = client;
        this.address = address;
        this.seen = seen;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt assertion) {
        return header(assertion)
                .or(() -> names(assertion))
                .or(() -> times(assertion, Instant.now()))
                .or(() -> once(assertion))
                .map(wrong -> OAuth2TokenValidatorResult.failure(new OAuth2Error(SAID, wrong, null)))
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private Optional<String> header(Jwt assertion) {
        if (!(assertion.getHeaders().get("kid") instanceof String kid) || kid.isBlank()) {
            return Optional.of("The assertion's header names no kid: say which of your keys signed it.");
        }
        Object jku = assertion.getHeaders().get("jku");
        return jku == null || client.urls().contains(jku.toString())
                ? Optional.empty()
                : Optional.of("The assertion's jku is not the address that is registered for this client.");
    }

    private Optional<String> names(Jwt assertion) {
        if (!client.client().equals(assertion.getClaimAsString("iss"))
                || !client.client().equals(assertion.getSubject())) {
            return Optional.of("The assertion's iss and sub must both be your client id.");
        }
        return assertion.getAudience() != null
                        && assertion.getAudience().stream().anyMatch(address.audiences()::contains)
                ? Optional.empty()
                : Optional.of("The assertion's aud must be the address of this token endpoint.");
    }

    private static Optional<String> times(Jwt assertion, Instant now) {
        @Nullable Instant end = assertion.getExpiresAt();
        if (end == null) {
            return Optional.of("The assertion has no exp.");
        }
        if (end.isBefore(now.minus(SKEW))) {
            return Optional.of("The assertion has expired: make a new one for each token, and look at your clock.");
        }
        if (end.isAfter(now.plus(LONGEST).plus(SKEW))) {
            return Optional.of("The assertion's exp lies more than five minutes ahead.");
        }
        return assertion.getNotBefore() != null && assertion.getNotBefore().isAfter(now.plus(SKEW))
                ? Optional.of("The assertion is not valid yet: look at your clock.")
                : Optional.empty();
    }

    private Optional<String> once(Jwt assertion) {
        String jti = assertion.getId();
        Instant end = assertion.getExpiresAt();
        if (jti == null || jti.isBlank() || end == null) {
            return Optional.of("The assertion has no jti: give each a name of its own.");
        }
        return seen.first(client.client(), jti, end.plus(SKEW))
                ? Optional.empty()
                : Optional.of("The assertion was used before: make a new one, with a new jti, for each token.");
    }
}
