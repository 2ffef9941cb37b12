package org.caseward.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.caseward.report.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a message's signatures prove: that the very owner of the sender's address wrote it, nothing, or that something is wrong with it. */
@Component
class SmimeTrust {
    /** MD5 and SHA-1: a signature over them can be forged (RFC 8551, 2.1 and appendix B). */
    private static final Set<String> WEAK = Set.of("1.2.840.113549.2.5", "1.3.14.3.2.26");

    private final Set<TrustAnchor> authorities;

    SmimeTrust(MailSettings settings) {
        this.authorities = anchors(settings.smime().authorities());
    }

    /** What the signatures of a message prove. */
    sealed interface Proof {
        /** @param certificate SHA-256 of the sender's certificate, in hex */
        record Proven(String certificate) implements Proof {}

        /** The signature is good, but nobody vouches for its certificate here: no more than an unsigned message. */
        record Unvouched(String certificate) implements Proof {}

        record Unsigned() implements Proof {}

        /** Something is wrong: the message is refused, whatever else speaks for it. */
        record Broken(Reason reason) implements Proof {}
    }

    private static Set<TrustAnchor> anchors(@Nullable Path file) {
        if (file == null) {
            return Set.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The authorities for signed e-mail in " + file
                            + " (caseward.email.smime.authorities) can't be read",
                    e);
        }
    }

    /**
     * @param address the sender's, as in From
     * @param registered the certificates registered for the sender's provider
     */
    Proof of(List<CMSSignedData> signatures, String address, Pinned registered) {
        Proof proof = new Proof.Unsigned();
        for (CMSSignedData signature : signatures) {
            proof = of(signature, address, registered);
            if (proof instanceof Proof.Broken) {
                return proof;
            }
        }
        return proof;
    }

    private Proof of(CMSSignedData signature, String address, Pinned registered) {
        try {
            Collection<SignerInformation> signers = signature.getSignerInfos().getSigners();
            List<X509Certificate> good = new ArrayList<>();
            for (SignerInformation signer : signers) {
                X509Certificate certificate = certificate(signature, signer, registered);
                if (certificate == null || !holds(signer, certificate)) {
                    return BROKEN;
                }
                good.add(certificate);
            }
            return judge(good, signature, address, registered);
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
            return BROKEN;
        }
    }

    private Proof judge(List<X509Certificate> good, CMSSignedData signature, String address, Pinned registered)
            throws GeneralSecurityException {
        List<X509Certificate> own = good.stream()
                .filter(certificate -> MailAddresses.of(certificate).contains(address))
                .toList();
        if (own.isEmpty()) {
            return good.isEmpty() ? BROKEN : ANOTHERS;
        }
        X509Certificate certificate = own.getFirst();
        certificate.checkValidity();
        String fingerprint = Pinned.fingerprint(certificate.getEncoded());
        boolean vouched = registered.holds(fingerprint) || leadsToAuthority(certificate, signature);
        return vouched ? new Proof.Proven(fingerprint) : new Proof.Unvouched(fingerprint);
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate)
            throws CMSException, OperatorCreationException {
        boolean saysWhat = signer.getSignedAttributes() == null
                || signer.getSignedAttributes().get(CMSAttributes.messageDigest) != null;
        boolean[] usage = certificate.getKeyUsage();
        return saysWhat
                && !WEAK.contains(signer.getDigestAlgOID())
                && (usage == null || usage[0] || usage[1])
                && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(SmimeKeys.PROVIDER)
                        .build(certificate));
    }

    /** A registered certificate need not travel with each message. */
    @SuppressWarnings("unchecked")
    private static @Nullable X509Certificate certificate(
            CMSSignedData signature, SignerInformation signer, Pinned registered) throws GeneralSecurityException {
        Collection<X509CertificateHolder> sent = signature.getCertificates().getMatches(signer.getSID());
        return sent.isEmpty()
                ? registered.matching(signer.getSID())
                : new JcaX509CertificateConverter()
                        .getCertificate(sent.iterator().next());
    }

    /** Whether a configured authority stands behind it (RFC 5280, 6). Whether it was revoked is not asked: a withdrawn sender is taken out of the directory. */
    private boolean leadsToAuthority(X509Certificate certificate, CMSSignedData signature) {
        if (authorities.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities, target);
            parameters.setRevocationEnabled(false);
            List<Certificate> between = new ArrayList<>();
            for (X509CertificateHolder each : signature.getCertificates().getMatches(null)) {
                between.add(new JcaX509CertificateConverter().getCertificate(each));
            }
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return certificate.getExtendedKeyUsage() == null
                    || certificate.getExtendedKeyUsage().contains(EMAIL_PROTECTION)
                    || certificate.getExtendedKeyUsage().contains(ANY_USAGE);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private static final Proof BROKEN = new Proof.Broken(
            new Reason(
                    "smime-broken",
                    "The signature (S/MIME) does not fit the e-mail: it was changed on its way, or the certificate is not valid. Ask the sender by another way whether they sent it, and to send it again."));
    private static final Proof ANOTHERS = new Proof.Broken(
            new Reason(
                    "smime-other-address",
                    "The e-mail is signed with a certificate for another address than the one it says it comes from. Ask the sender by another way whether they sent it."));
}
