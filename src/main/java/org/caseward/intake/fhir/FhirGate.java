package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Arrays;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.report.Channel;
import org.caseward.security.FhirSender;
import org.caseward.security.SmartScope;
import org.springframework.stereotype.Component;

/** Who may do what at the endpoint: a token alone makes no sender. Its scopes must allow it, and its client must have a connection with its programs. */
@Component
class FhirGate {
    private static final String SCOPES = "scopes";

    private final Connections connections;

    FhirGate(Connections connections) {
        this.connections = connections;
    }

    /**
     * The connection of whoever asks.
     *
     * @param act one of {@code c r u d s}, as scopes write it
     * @throws ForbiddenOperationException (403) saying which scope or connection is missing
     */
    Connection open(char act, String type) {
        FhirSender sender = FhirSender.current()
                .orElseThrow(() -> new AuthenticationException("Sign in with an access token first."));
        if (!sender.may(act, type)) {
            throw new ForbiddenOperationException(
                    "This token does not hold the scope system/" + type + "." + act
                            + ", so nothing was kept. Ask for a token with it; where it is not given to you, ask the agency's IT.");
        }
        Connection connection = connections
                .find(Channel.FHIR, sender.client())
                .orElseThrow(
                        () -> new ForbiddenOperationException(
                                "This client has no FHIR connection here, so nothing was kept. Ask the agency's IT to register it."));
        if (!allows(connection, act, type)) {
            throw new ForbiddenOperationException("Your connection here is not open for system/" + type + "." + act
                    + ", so nothing was kept. Ask the agency's IT for it.");
        }
        return connection;
    }

    /** An outside issuer may give more than was agreed with this sender. */
    private static boolean allows(Connection connection, char act, String type) {
        return connection
                .setting(SCOPES)
                .map(agreed -> Arrays.stream(agreed.strip().split("\\s+"))
                        .flatMap(text -> SmartScope.of(text).stream())
                        .anyMatch(scope -> scope.allows(act, type)))
                .orElse(true);
    }
}
