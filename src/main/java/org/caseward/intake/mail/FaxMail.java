package org.caseward.intake.mail;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.fax.FaxReceived;
import org.caseward.report.Reason;
import org.springframework.stereotype.Component;

/** Faxes that a service hands over as e-mail: what the service wrote around the pages tells whose line was called. */
@Component
class FaxMail {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HERE = "US";
    private static final Reason NO_PAGES = new Reason(
            "fax-image-missing",
            "The fax service sent an e-mail without the fax's pages (no PDF or TIFF). Look for the fax in the service's own portal, and at how it is set to send.");

    private final List<FaxService> services;

    FaxMail(MailSettings settings) {
        this.services = settings.faxServices();
    }

    /** The service that sends from this address, where the mailbox is set to take its faxes. */
    Optional<FaxService> service(Connection mailbox, String from) {
        return mailbox.setting("fax-service")
                .flatMap(name -> services.stream()
                        .filter(service -> service.name().equals(name) && service.sends(from))
                        .findFirst());
    }

    /** @throws MailException where the message brings no pages */
    FaxReceived fax(FaxService service, Letter letter, Entity content, List<Paper> papers) throws MailException {
        Paper pages = papers.stream()
                .filter(paper -> paper.refusal().isEmpty())
                .filter(paper -> List.of("application/pdf", "image/tiff").contains(paper.mediaType()))
                .findFirst()
                .orElseThrow(() -> new MailException(NO_PAGES.code(), NO_PAGES.text()));
        FaxService.Told told = new FaxService.Told(
                letter.message().headers().text("Subject"),
                MessageWalk.words(content),
                pages.fileName().orElse(""));
        String called = FaxService.find(service.called(), told)
                .or(() -> Optional.ofNullable(service.line()))
                .orElse("");
        return new FaxReceived(
                FaxService.find(service.id(), told).orElse(letter.key()),
                FaxService.find(service.caller(), told).map(FaxMail::number).orElse(""),
                number(called),
                null,
                FaxService.find(service.pages(), told).flatMap(FaxMail::count).orElse(null),
                FaxReceived.mediaType(pages.content()),
                pages.content(),
                service.name());
    }

    /** In E.164, as connections are known; what is no number stays as it is written. */
    private static String number(String written) {
        try {
            return NUMBERS.format(NUMBERS.parse(written, HERE), PhoneNumberUtil.PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return written;
        }
    }

    private static Optional<Integer> count(String digits) {
        return digits.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
