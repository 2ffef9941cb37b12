package org.caseward.intake.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all mailboxes share; each mailbox's own settings stand with its connection.
 *
 * @param largestMegabytes of one message as it came; a larger one is refused with its header kept
 * @param look at least this often each mailbox is looked at; where the server offers IDLE, a message is seen when it comes
 * @param patience for a mail server's answer
 * @param trust PEM certificates by which mail servers are trusted; without it those that the Java runtime trusts
 * @param faxServices services that send faxes as e-mail
 */
@ConfigurationProperties("caseward.email")
record MailSettings(
        @DefaultValue("" + LARGEST_MEGABYTES) int largestMegabytes,
        @DefaultValue("20s") Duration look,
        @DefaultValue("30s") Duration patience,
        @Nullable Path trust,
        @DefaultValue SmimeSettings smime,
        @Nullable Outgoing outgoing,
        @DefaultValue List<FaxService> faxServices) {
    static final int LARGEST_MEGABYTES = 50;

    /**
     * @param keys a PKCS#12 file with the agency's certificates and private keys, old ones too: what was encrypted for them must still open
     * @param authorities PEM certificates of authorities whose certificates for a sender's address are believed
     */
    record SmimeSettings(
            @Nullable Path keys,
            @DefaultValue("") String password,
            @Nullable Path authorities) {
        @Override
        public String toString() {
            return "SmimeSettings[" + keys + "]";
        }
    }

    /** The server by which receipts are answered, over TLS from the first byte. */
    record Outgoing(String host, @DefaultValue("465") int port, String user, String password) {
        @Override
        public String toString() {
            return "Outgoing[" + host + ":" + port + "]";
        }
    }
}
