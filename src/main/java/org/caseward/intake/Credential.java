package org.caseward.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * By what a provider is known on a connection, beyond the name it gives itself.
 *
 * @param value public: a name in a certificate, a PEM, an OpenSSH public key, a key set (RFC 7517) or its address
 * @param notAfter from when on it counts no more
 */
public record Credential(UUID id, Kind kind, String value, String provider, Optional<Instant> notAfter) {
    /** What kind of thing {@link #value} is; {@link #code()} is the word in the directory. */
    public enum Kind {
        /** A DNS name, URI or e-mail address in a client certificate's subject alternative names (RFC 5280, 4.2.1.6). */
        X509_SAN("x509-san"),
        /** One certificate, as PEM or by its SHA-256 in hex. */
        X509("x509"),
        /** A public key as in OpenSSH's {@code authorized_keys}. */
        SSH_KEY("ssh-key"),
        JWKS("jwks"),
        JWKS_URL("jwks-url"),
        /** The certificate that signs a sender's mail, as PEM or by its SHA-256 in hex. */
        SMIME("smime"),
        /** The public key of a service that calls a webhook. */
        WEBHOOK("webhook");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException for a word that is none of these */
        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No kind of credential is called " + code);
        }
    }

    public boolean countsAt(Instant moment) {
        return notAfter.map(moment::isBefore).orElse(true);
    }
}
