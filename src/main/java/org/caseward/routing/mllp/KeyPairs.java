package org.caseward.routing.mllp;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

/** Whether private keys and certificates belong together: TLS itself finds out only at each handshake, by failing it. */
final class KeyPairs {
    private static final String[] TYPES = {"RSA", "EC", "EdDSA", "Ed25519"};
    private static final byte[] SAMPLE = {1, 2, 3};

    private KeyPairs() {}

    /** @throws IllegalStateException where there is no pair, or one does not fit */
    static void check(KeyManager[] managers) {
        long pairs = Arrays.stream(managers)
                .filter(X509KeyManager.class::isInstance)
                .map(X509KeyManager.class::cast)
                .mapToLong(KeyPairs::checked)
                .sum();
        if (pairs == 0) {
            throw new IllegalStateException("there is no private key with a certificate");
        }
    }

    private static long checked(X509KeyManager manager) {
        return Stream.of(TYPES)
                .map(type -> manager.getServerAliases(type, null))
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .distinct()
                .peek(alias -> {
                    if (!fit(manager.getPrivateKey(alias), manager.getCertificateChain(alias)[0].getPublicKey())) {
                        throw new IllegalStateException("the private key is not the certificate's");
                    }
                })
                .count();
    }

    private static boolean fit(PrivateKey secret, PublicKey open) {
        try {
            Signature signature = Signature.getInstance(
                    switch (open.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> open.getAlgorithm();
                    });
            signature.initSign(secret);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
