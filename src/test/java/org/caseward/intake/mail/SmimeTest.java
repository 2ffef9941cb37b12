package org.caseward.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caseward.intake.mail.MailText.attachment;
import static org.caseward.intake.mail.MailText.bytes;
import static org.caseward.intake.mail.MailText.message;
import static org.caseward.intake.mail.MailText.multipart;
import static org.caseward.intake.mail.MailText.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caseward.intake.mail.SmimeTrust.Proof;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signature proves, and what can be opened. */
class SmimeTest {
    private static final Correspondent CLINIC = new Correspondent(MailText.FROM);
    private static final Correspondent OTHER = new Correspondent("other@elsewhere.example");
    private static final Correspondent AGENCY = new Correspondent("reports@agency.example");
    private static final String BODY =
            multipart("mixed", "b", text("See attached."), attachment("application/pdf", "a.pdf", bytes("%PDF-1.7")));

    @TempDir
    static Path dir;

    private static Smime smime;
    private static SmimeTrust pinnedOnly;
    private static SmimeTrust withAuthority;

    @BeforeAll
    static void keys() throws Exception {
        Path keys = dir.resolve("agency.p12");
        AGENCY.keepKeys(keys, "secret".toCharArray());
        Path authorities = Files.writeString(dir.resolve("authorities.pem"), CLINIC.pem());
        smime = new Smime(new SmimeKeys(settings(keys, null)));
        pinnedOnly = new SmimeTrust(settings(keys, null));
        withAuthority = new SmimeTrust(settings(keys, authorities));
    }

    private static MailSettings settings(@Nullable Path keys, @Nullable Path authorities) {
        return new MailSettings(
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                null,
                new MailSettings.SmimeSettings(keys, "secret", authorities),
                null,
                List.of());
    }

    private static Smime.Opened open(String rest) throws MailException {
        return smime.open(Entity.of(message("<1@x>", MailText.FROM, rest)));
    }

    private static Proof proof(String rest, String... registered) throws MailException {
        return pinnedOnly.of(open(rest).signatures(), MailText.FROM, new Pinned(List.of(registered)));
    }

    private static String code(Proof proof) {
        return proof instanceof Proof.Broken(var reason)
                ? reason.code()
                : proof.getClass().getSimpleName();
    }

    @Test
    void aSignatureByARegisteredCertificateProvesTheSender() throws Exception {
        String fingerprint = CLINIC.fingerprint().replaceAll("(..)(?=.)", "$1:").toUpperCase(java.util.Locale.ROOT);
        assertThat(proof(CLINIC.signed(BODY), fingerprint)).isEqualTo(new Proof.Proven(CLINIC.fingerprint()));
        assertThat(proof(CLINIC.wrapped(BODY), CLINIC.pem())).isEqualTo(new Proof.Proven(CLINIC.fingerprint()));
        assertThat(MessageWalk.papers(open(CLINIC.wrapped(BODY)).content()))
                .singleElement()
                .satisfies(paper -> assertThat(paper.path()).isEqualTo("2"));
    }

    @Test
    void aSignatureThatNobodyVouchesForProvesNothing() throws Exception {
        assertThat(code(proof(CLINIC.signed(BODY)))).isEqualTo("Unvouched");
        assertThat(code(proof(BODY))).isEqualTo("Unsigned");
        assertThat(withAuthority.of(open(CLINIC.signed(BODY)).signatures(), MailText.FROM, new Pinned(List.of())))
                .isInstanceOf(Proof.Proven.class);
    }

    @Test
    void oneWordChangedBreaksIt() throws Exception {
        String changed = CLINIC.signed(BODY).replace("See attached.", "See attached!");
        assertThat(code(proof(changed, CLINIC.pem()))).isEqualTo("smime-broken");
        assertThat(code(proof(CLINIC.signed(BODY, "SHA1withRSA"), CLINIC.pem())))
                .isEqualTo("smime-broken");
    }

    @Test
    void anothersSignatureIsRefusedEvenWhereItIsRegistered() throws Exception {
        assertThat(code(proof(OTHER.signed(BODY), OTHER.pem()))).isEqualTo("smime-other-address");
    }

    @Test
    void whatIsEncryptedForTheAgencyIsOpenedAndItsSignatureSeen() throws Exception {
        Smime.Opened opened = open(AGENCY.encrypted(CLINIC.signed(BODY)));
        assertThat(opened.encrypted()).isTrue();
        assertThat(pinnedOnly.of(opened.signatures(), MailText.FROM, new Pinned(List.of(CLINIC.pem()))))
                .isInstanceOf(Proof.Proven.class);
        assertThat(new String(MessageWalk.papers(opened.content()).getFirst().content(), StandardCharsets.UTF_8))
                .isEqualTo("%PDF-1.7");
    }

    @Test
    void whatIsForSomebodyElseOrBrokenIsRefusedWithItsReason() throws Exception {
        String foreign = OTHER.encrypted(BODY);
        assertThatThrownBy(() -> open(foreign))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.reason().code()).isEqualTo("smime-not-for-us"));
        assertThatThrownBy(() -> open("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nnothing"))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.reason().code()).isEqualTo("smime-unreadable"));
    }
}
