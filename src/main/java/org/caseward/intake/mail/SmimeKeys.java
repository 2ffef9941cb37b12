package org.caseward.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The agency's own keys, to which providers encrypt. */
@Component
class SmimeKeys {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private record Own(JcaX509CertificateHolder certificate, PrivateKey key) {
        @Override
        public String toString() {
            return "Own";
        }
    }

    private final List<Own> keys;

    SmimeKeys(MailSettings settings) {
        Path file = settings.smime().keys();
        this.keys = file == null
                ? List.of()
                : load(file, settings.smime().password().toCharArray());
    }

    private static List<Own> load(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<Own> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(new Own(new JcaX509CertificateHolder(certificate), key));
                }
            }
            return List.copyOf(found);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keys for encrypted e-mail in " + file
                            + " (caseward.email.smime.keys) can't be opened; check the file and its password",
                    e);
        }
    }

    /** @throws MailException where it is for none of the agency's keys, or is damaged */
    byte[] decrypt(byte[] cms, ASN1ObjectIdentifier kind) throws MailException {
        try {
            boolean authenticated = CMSObjectIdentifiers.authEnvelopedData.equals(kind);
            if (!authenticated && !CMSObjectIdentifiers.envelopedData.equals(kind)) {
                throw Smime.unreadable();
            }
            Collection<RecipientInformation> recipients = (authenticated
                            ? new CMSAuthEnvelopedData(cms).getRecipientInfos()
                            : new CMSEnvelopedData(cms).getRecipientInfos())
                    .getRecipients();
            for (RecipientInformation recipient : recipients) {
                Own own = matching(recipient);
                if (own != null) {
                    return recipient.getContent(opener(recipient, own.key(), authenticated));
                }
            }
        } catch (CMSException | RuntimeException e) {
            throw undecryptable();
        }
        throw undecryptable();
    }

    private @Nullable Own matching(RecipientInformation recipient) {
        return keys.stream()
                .filter(own -> recipient.getRID().match(own.certificate()))
                .findFirst()
                .orElse(null);
    }

    private static Recipient opener(RecipientInformation recipient, PrivateKey key, boolean authenticated) {
        if (recipient instanceof KeyAgreeRecipientInformation) {
            return authenticated
                    ? new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(PROVIDER)
                    : new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER);
        }
        return authenticated
                ? new JceKeyTransAuthEnvelopedRecipient(key).setProvider(PROVIDER)
                : new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER);
    }

    private static MailException undecryptable() {
        return new MailException(
                "smime-not-for-us",
                "The e-mail is encrypted, and none of the agency's keys opens it. Send the provider the agency's present certificate and ask for it again; a key that is missing goes into the file of caseward.email.smime.keys, then move the message back to the inbox.");
    }
}
