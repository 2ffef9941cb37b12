package org.caseward.intake.sftp.fetch;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * The keys that a server may show: each line a fingerprint ({@code SHA256:…}), a public key, or a line as {@code ssh-keyscan} prints it. Nothing is learned at the first
 * contact: whoever sits in the middle then would be believed for ever.
 */
record HostKeyPin(List<String> fingerprints, List<PublicKey> keys) {
    static HostKeyPin parse(String text) {
        List<String> fingerprints = new ArrayList<>();
        List<PublicKey> keys = new ArrayList<>();
        for (String line : text.strip().split("\\s*[\\n,]\\s*")) {
            if (line.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
                fingerprints.add(line.replaceAll("=$", ""));
            } else {
                keys.add(key(line));
            }
        }
        return new HostKeyPin(List.copyOf(fingerprints), List.copyOf(keys));
    }

    private static PublicKey key(String line) {
        try {
            String entry = line.replaceFirst("^(?!(ssh|ecdsa)-)\\S+\\s+", "");
            PublicKey key = PublicKeyEntry.parsePublicKeyEntry(entry).resolvePublicKey(null, null, null);
            if (key != null) {
                return key;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "its setting hostKey is neither a fingerprint (SHA256:…) nor a public key", e);
        }
        throw new IllegalArgumentException("its setting hostKey holds a kind of key that we don't know");
    }

    boolean matches(PublicKey shown) {
        String print = KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown);
        return keys.stream().anyMatch(key -> KeyUtils.compareKeys(key, shown))
                || fingerprints.contains(print.replaceAll("=$", ""));
    }

    /** The signatures to ask for, so that a server with several keys shows the one we know; empty where only fingerprints are known. */
    Set<String> signatures() {
        return fingerprints.isEmpty()
                ? keys.stream().flatMap(key -> named(key).stream()).collect(Collectors.toSet())
                : Set.of();
    }

    private static List<String> named(PublicKey key) {
        String type = KeyUtils.getKeyType(key);
        return type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(type);
    }
}
