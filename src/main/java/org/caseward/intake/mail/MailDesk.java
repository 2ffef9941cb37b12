package org.caseward.intake.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.intake.Credential;
import org.caseward.intake.Delivery;
import org.caseward.intake.ReceiptDesk;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Receives messages: the message is kept as it came, and each report found in it goes on by itself. What can't be received is kept in quarantine with its reason; moved back to
 * the inbox once the cause is mended, it is received as new.
 */
@Component("mailDesk")
public class MailDesk {
    static final String MEDIA_TYPE = "message/rfc822";
    private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);

    private final Connections connections;
    private final ReceiptDesk desk;
    private final Smime smime;
    private final SmimeTrust trust;
    private final FaxMail faxes;

    MailDesk(Connections connections, ReceiptDesk desk, Smime smime, SmimeTrust trust, FaxMail faxes) {
        this.connections = connections;
        this.desk = desk;
        this.smime = smime;
        this.trust = trust;
        this.faxes = faxes;
    }

    /** @throws OutageException where it could not be kept: it stays in the mailbox */
    public Verdict receive(Arrival arrival) {
        Connection mailbox = connections
                .find(Channel.EMAIL, arrival.mailbox())
                .orElseThrow(() -> new OutageException("The mailbox is not in the directory any more"));
        Letter letter = Letter.of(arrival.raw());
        try {
            return taken(mailbox, arrival, letter);
        } catch (MailException refused) {
            return refused(mailbox, letter, refused.reason());
        } catch (OutageException outage) {
            throw outage;
        } catch (RuntimeException | StackOverflowError fault) {
            // a fault of ours that only this message brings out must hold up no other one
            LOG.error(
                    "A message could not be gone through: {}", fault.getClass().getSimpleName());
            return refused(mailbox, letter, Refusals.UNREADABLE.exception().reason());
        }
    }

    private Verdict refused(Connection mailbox, Letter letter, Reason reason) {
        return Verdict.refused(desk.refuse(delivery(mailbox, letter, Map.of(), List.of()), reason), reason);
    }

    private Verdict taken(Connection mailbox, Arrival arrival, Letter letter) throws MailException {
        Refusals.unless(arrival.whole(), Refusals.TOO_LARGE);
        Refusals.unless(!Automatic.isLoop(letter.message().headers()), Refusals.LOOP);
        String from = letter.sender().orElseThrow(Refusals.SENDER_UNCLEAR::exception);
        Optional<FaxService> service = faxes.service(mailbox, from);
        Refusals.unless(service.isPresent() || registered(mailbox, from).isPresent(), Refusals.SENDER_UNKNOWN);
        Map<String, String> facts = new LinkedHashMap<>();
        Smime.Opened opened = proven(mailbox, letter, from, facts);
        List<Paper> papers = MessageWalk.papers(opened.content());
        Refusals.unless(!papers.isEmpty(), Refusals.EMPTY);
        if (service.isPresent()) {
            return new Verdict(
                    desk.receive(faxes.fax(service.get(), letter, opened.content(), papers)
                            .delivery()),
                    Optional.empty(),
                    Optional.empty());
        }
        boolean onlyWords = papers.stream().allMatch(paper -> paper.path().endsWith("#text"));
        Refusals.unless(!(onlyWords && Automatic.isReply(letter.message())), Refusals.AUTOMATIC);
        Delivery delivery = delivery(
                mailbox, letter, facts, papers.stream().map(Paper::part).toList());
        boolean answer =
                !from.equalsIgnoreCase(mailbox.address()) && !Automatic.mustNotBeAnswered(letter.message(), from);
        return new Verdict(
                desk.receive(delivery), Optional.empty(), Optional.of(from).filter(to -> answer));
    }

    /** What speaks for the sender, as the mailbox's settings ask it. */
    private Smime.Opened proven(Connection mailbox, Letter letter, String from, Map<String, String> facts)
            throws MailException {
        Smime.Opened opened = smime.open(letter.message());
        facts.put("encrypted", String.valueOf(opened.encrypted()));
        boolean proven = false;
        switch (trust.of(opened.signatures(), from, pinned(mailbox, from))) {
            case SmimeTrust.Proof.Broken(Reason reason) -> throw new MailException(reason.code(), reason.text());
            case SmimeTrust.Proof.Proven(String certificate) -> {
                proven = true;
                facts.put("signature", "proven");
                facts.put("certificate", certificate);
            }
            case SmimeTrust.Proof.Unvouched(String certificate) -> {
                facts.put("signature", "nobody vouches for its certificate");
                facts.put("certificate", certificate);
            }
            case SmimeTrust.Proof.Unsigned none -> facts.put("signature", "none");
        }
        Refusals.unless(proven || !on(mailbox, "require-smime"), Refusals.SIGNATURE_WANTED);
        Optional<String> server = mailbox.setting("authenticated-by");
        boolean passed = proven
                || server.isEmpty()
                || Authentication.passed(letter.message().headers(), server.get());
        Refusals.unless(passed, Refusals.NOT_AUTHENTICATED);
        return opened;
    }

    static boolean on(Connection mailbox, String setting) {
        return mailbox.setting(setting).filter("true"::equals).isPresent();
    }

    /** The sender's address as the directory writes it. */
    private static Optional<String> registered(Connection mailbox, String from) {
        return mailbox.senders().keySet().stream()
                .filter(address -> address.strip().equalsIgnoreCase(from))
                .findFirst();
    }

    private static Pinned pinned(Connection mailbox, String from) {
        Optional<String> provider = registered(mailbox, from).flatMap(mailbox::provider);
        return new Pinned(mailbox.credentials(Credential.Kind.SMIME)
                .filter(credential ->
                        provider.filter(credential.provider()::equals).isPresent())
                .map(Credential::value)
                .toList());
    }

    private static Delivery delivery(
            Connection mailbox, Letter letter, Map<String, String> facts, List<Delivery.Part> parts) {
        return new Delivery(
                Channel.EMAIL,
                mailbox.address(),
                letter.sender()
                        .map(from -> registered(mailbox, from).orElse(from))
                        .orElse(""),
                letter.key(),
                letter.key(),
                MEDIA_TYPE,
                Delivery.Lane.DOCUMENTS,
                letter.raw(),
                facts,
                parts,
                letter.essence());
    }
}
