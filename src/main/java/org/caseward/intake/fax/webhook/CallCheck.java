package org.caseward.intake.fax.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.intake.Credential;
import org.springframework.stereotype.Component;

/** Proves that a call comes from the service. What fails says nothing of why to the caller: whoever forges calls must not learn from the answers. */
@Component
class CallCheck {
    private final Connections connections;

    CallCheck(Connections connections) {
        this.connections = connections;
    }

    boolean proves(FaxProfile profile, Connection service, HttpServletRequest request, byte[] body) {
        return switch (profile.check()) {
            case ED25519 -> signed(profile, service, request, body);
            case BASIC -> knowsThePassword(service, request);
        };
    }

    private static boolean signed(FaxProfile profile, Connection service, HttpServletRequest request, byte[] body) {
        FaxProfile.Signature how = profile.signature();
        String time = how == null ? null : request.getHeader(how.timestampHeader());
        String signature = how == null ? null : request.getHeader(how.header());
        if (how == null || time == null || signature == null || !fresh(time, how.windowSeconds())) {
            return false;
        }
        byte[] head = (time + "|").getBytes(StandardCharsets.UTF_8);
        return service.credentials(Credential.Kind.WEBHOOK)
                .anyMatch(key -> verifies(key.value(), signature, head, body));
    }

    private static boolean fresh(String seconds, int window) {
        try {
            Instant called = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Duration.between(called, Instant.now()).abs().toSeconds() <= window;
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return false;
        }
    }

    private static boolean verifies(String key, String signature, byte[] head, byte[] body) {
        try {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(
                    false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(key), 0));
            verifier.update(head, 0, head.length);
            verifier.update(body, 0, body.length);
            return verifier.verifySignature(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean knowsThePassword(Connection service, HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(header.substring(6).strip());
            return connections
                    .secret(service)
                    .filter(known -> known.length > 0 && MessageDigest.isEqual(known, given))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
