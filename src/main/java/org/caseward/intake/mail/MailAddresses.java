package org.caseward.intake.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Addresses as they are compared: lower case, without the name beside them. */
final class MailAddresses {
    private static final Integer RFC822_NAME = 1;

    private MailAddresses() {}

    /** The one address in From; empty where there is none, or more than one: then nobody knows who is meant. */
    static Optional<String> from(Headers headers) {
        List<String> fields = headers.all("From");
        if (fields.size() != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] found = InternetAddress.parseHeader(fields.getFirst(), true);
            return found.length == 1
                    ? Optional.ofNullable(found[0].getAddress())
                            .map(MailAddresses::plain)
                            .filter(MailAddresses::isAddress)
                    : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String text) {
        return text.length() <= 254 && text.matches("[^\\s@<>\\p{Cntrl}]+@[^\\s@<>\\p{Cntrl}]+");
    }

    static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** The addresses that a certificate is for: in its alternative names, or, as older ones have it, in its subject. */
    static Set<String> of(X509Certificate certificate) {
        Set<String> found = new HashSet<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (RFC822_NAME.equals(name.get(0))) {
                    found.add(plain(String.valueOf(name.get(1))));
                }
            }
            for (RDN part :
                    new JcaX509CertificateHolder(certificate).getSubject().getRDNs(BCStyle.EmailAddress)) {
                found.add(plain(part.getFirst().getValue().toString()));
            }
        } catch (GeneralSecurityException e) {
            // names that can't be read are for nobody
            return Set.of();
        }
        return found;
    }
}
