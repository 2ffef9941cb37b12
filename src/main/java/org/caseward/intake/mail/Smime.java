package org.caseward.intake.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.caseward.report.Reason;
import org.springframework.stereotype.Component;

/** Takes the S/MIME layers (RFC 8551) off a message: decrypts what is for the agency and lays bare what was signed. Whether a signature is good is {@link SmimeTrust}'s to say. */
@Component
class Smime {
    static final Reason INSIDE = new Reason(
            "smime-inside",
            "This part is encrypted or signed by itself inside the e-mail, which is not opened here. Ask the sender to encrypt or sign the e-mail as a whole.");

    /** Signed, encrypted and signed again is the most that is in use (RFC 2634, 1.1). */
    private static final int LAYERS = 4;

    private final SmimeKeys keys;

    Smime(SmimeKeys keys) {
        this.keys = keys;
    }

    /**
     * @param content the innermost entity, which holds the reports
     * @param signatures from the outermost to the innermost; none where the message is not signed
     */
    record Opened(Entity content, boolean encrypted, List<CMSSignedData> signatures) {}

    static boolean isEncryptedOrSigned(MediaType type) {
        return type.is("application/pkcs7-mime") || type.is("application/x-pkcs7-mime");
    }

    private static boolean isSigned(Entity entity) {
        String protocol = entity.headers().first("Content-Type").orElse("");
        return entity.type().is("multipart/signed") && protocol.contains("pkcs7-signature");
    }

    /** @throws MailException where a layer can't be taken off */
    Opened open(Entity message) throws MailException {
        Entity at = message;
        boolean encrypted = false;
        List<CMSSignedData> signatures = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            if (isSigned(at)) {
                at = detached(at, signatures);
            } else if (isEncryptedOrSigned(at.type())) {
                byte[] cms = at.content();
                boolean signed = CMSObjectIdentifiers.signedData.equals(kind(cms));
                encrypted |= !signed;
                at = Entity.of(signed ? wrapped(cms, signatures) : keys.decrypt(cms, kind(cms)));
            } else {
                return new Opened(at, encrypted, signatures);
            }
        }
        throw unreadable();
    }

    private static Entity detached(Entity signed, List<CMSSignedData> signatures) throws MailException {
        List<Entity> parts = signed.parts(new Budget(signed.size()));
        if (parts.size() != 2) {
            throw unreadable();
        }
        try {
            signatures.add(new CMSSignedData(
                    new CMSProcessableByteArray(canonical(parts.getFirst().raw())),
                    parts.getLast().content()));
            return parts.getFirst();
        } catch (CMSException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static byte[] wrapped(byte[] cms, List<CMSSignedData> signatures) throws MailException {
        try {
            CMSSignedData signed = new CMSSignedData(cms);
            if (signed.getSignedContent() != null && signed.getSignedContent().getContent() instanceof byte[] content) {
                signatures.add(signed);
                return content;
            }
            throw unreadable();
        } catch (CMSException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static ASN1ObjectIdentifier kind(byte[] cms) throws MailException {
        try {
            return ContentInfo.getInstance(cms).getContentType();
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    /** Signatures are made over lines that end with CRLF (RFC 8551, 3.1.1); some servers keep LF alone. */
    private static byte[] canonical(byte[] entity) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(entity.length + 64);
        for (int i = 0; i < entity.length; i++) {
            if (entity[i] == '\n' && (i == 0 || entity[i - 1] != '\r')) {
                out.write('\r');
            }
            out.write(entity[i]);
        }
        return out.toByteArray();
    }

    static MailException unreadable() {
        return new MailException(
                "smime-unreadable",
                "The e-mail says that it is signed or encrypted (S/MIME), but is not built so. Ask the sender to send it again.");
    }
}
