package org.caseward.intake.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caseward.report.Reason;

/**
 * A part of a message that has no parts itself.
 *
 * @param content decoded; as it came where it is damaged; empty for an attached message, which is read in place
 * @param damage what is wrong with it
 */
record Leaf(String path, Entity entity, byte[] content, Optional<Reason> damage) {
    private static final Set<String> MESSAGES = Set.of("message/rfc822", "message/global");
    private static final Set<String> WINMAIL = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    /** No page of a report can be read on fewer dots; pictures beside a text are tracking pixels and bullets. */
    private static final int NO_PAGE = 200;
    /** A picture that stands in the text is a page from here on (a letter page at 85 dots an inch), below it is a logo. */
    private static final int PAGE_IN_TEXT = 700;

    private static final Reason CUT_OFF = new Reason(
            "mail-cut-off",
            "The e-mail ends in the middle of this part, so something of it is missing. Ask the sender to send it again.");

    static Leaf of(Entity part, String path) {
        if (MESSAGES.contains(part.type().name())) {
            return new Leaf(path, part, new byte[0], Optional.empty());
        }
        try {
            return new Leaf(path, part, part.content(), part.cutOff() ? Optional.of(CUT_OFF) : Optional.empty());
        } catch (MailException damaged) {
            return new Leaf(path, part, part.raw(), Optional.of(damaged.reason()));
        }
    }

    MediaType type() {
        return entity.type();
    }

    /** What the sender wrote into the message itself. */
    boolean isBody() {
        return (type().is(MediaType.PLAIN) || type().is("text/html"))
                && !type().attachment()
                && type().fileName().isEmpty();
    }

    boolean isMessage() {
        return MESSAGES.contains(type().name());
    }

    boolean isWinmail() {
        return WINMAIL.contains(type().name())
                || type().is(MediaType.UNKNOWN)
                        && type().fileName()
                                .filter("winmail.dat"::equalsIgnoreCase)
                                .isPresent();
    }

    /** @param html what the message says in HTML, in lower case */
    boolean onlyAdorns(CharSequence html) {
        if (!type().startsWith("image/")) {
            return false;
        }
        boolean standsInText = type().contentId()
                .filter(id -> html.toString().contains("cid:" + id.toLowerCase(Locale.ROOT)))
                .isPresent();
        int needed = standsInText ? PAGE_IN_TEXT : NO_PAGE;
        // one whose size can't be told is kept: better a logo in review than a page lost
        return PictureSize.of(content)
                .filter(picture -> picture.width() < needed || picture.height() < needed)
                .isPresent();
    }

    Paper document() {
        byte[] text = type().is(MediaType.PLAIN) ? Text.utf8(content, type().charset()) : content;
        return new Paper(path, type().name(), type().fileName(), text, Optional.empty());
    }

    Paper body() {
        String words = Text.of(content, type().charset());
        byte[] text = Text.utf8(type().is("text/html") ? HtmlText.of(words) : words);
        return new Paper(path + "#text", MediaType.PLAIN, Optional.empty(), text, damage);
    }

    @Override
    public String toString() {
        return "Leaf[" + path + "]";
    }
}
