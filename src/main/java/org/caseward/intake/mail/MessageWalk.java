package org.caseward.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caseward.report.Reason;

/**
 * Goes through one message and finds the reports in it. An attached document is a report; so is an attached message, with what it holds. What the sender wrote into the message
 * itself is a report only where it holds no document. Small pictures and those that only adorn the text are none.
 */
final class MessageWalk {
    /** Not reports: signatures, invitations, cards, and what mail servers tell each other. */
    private static final Set<String> SET_ASIDE = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/applefile",
            "text/calendar",
            "text/vcard",
            "text/x-vcard",
            "text/rfc822-headers",
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report");

    private static final Set<String> MESSAGES = Set.of("message/rfc822", "message/global");
    private static final Set<String> WINMAIL = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    /** No page of a report can be read on fewer dots; pictures beside a text are tracking pixels and bullets. */
    private static final int NO_PAGE = 200;
    /** A picture that stands in the text is a page from here on (a letter page at 85 dots an inch), below it is a logo. */
    private static final int PAGE_IN_TEXT = 700;

    private final Budget budget;
    private final int depth;
    private final List<Leaf> leaves = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();

    /** @param content empty where the part is damaged: then {@code damage} says how */
    private record Leaf(String path, Entity entity, byte[] content, Optional<Reason> damage) {
        MediaType type() {
            return entity.type();
        }

        boolean isBody() {
            return (type().is(MediaType.PLAIN) || type().is("text/html"))
                    && !type().attachment()
                    && type().fileName().isEmpty();
        }
    }

    private MessageWalk(Budget budget, int depth) {
        this.budget = budget;
        this.depth = depth;
    }

    /**
     * @return in the order in which they stand in the message; empty where it holds nothing to read
     * @throws MailException where it is larger, deeper or more than is gone through
     */
    static List<Paper> papers(Entity message) throws MailException {
        return inside(message, "", new Budget(message.size()), 1);
    }

    /** What the sender wrote into the message itself; empty where nothing. */
    static String words(Entity message) throws MailException {
        MessageWalk walk = new MessageWalk(new Budget(message.size()), 1);
        walk.leaves(message, "");
        return walk.body()
                .map(paper -> new String(paper.content(), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static List<Paper> inside(Entity message, String path, Budget budget, int depth) throws MailException {
        budget.depth(depth);
        MessageWalk walk = new MessageWalk(budget, depth);
        walk.leaves(message, path);
        return walk.papers();
    }

    private void leaves(Entity message, String path) throws MailException {
        if (message.type().startsWith("multipart/")) {
            multipart(message, path, depth);
        } else {
            leaf(message, below(path, 1));
        }
    }

    private static String below(String path, int number) {
        return path.isEmpty() ? String.valueOf(number) : path + "." + number;
    }

    private void multipart(Entity entity, String path, int level) throws MailException {
        budget.depth(level);
        int number = 0;
        for (Entity part : entity.parts(budget)) {
            String at = below(path, ++number);
            if (part.type().startsWith("multipart/")) {
                multipart(part, at, level + 1);
            } else {
                leaf(part, at);
            }
        }
    }

    private void leaf(Entity part, String path) throws MailException {
        Leaf leaf = read(part, path);
        budget.decoded(leaf.content().length);
        leaves.add(leaf);
        if (part.type().is("text/html") && html.length() < HtmlText.LONGEST) {
            html.append(Text.of(leaf.content(), part.type().charset()).toLowerCase(Locale.ROOT));
        }
    }

    private static Leaf read(Entity part, String path) {
        if (MESSAGES.contains(part.type().name())) {
            return new Leaf(path, part, new byte[0], Optional.empty());
        }
        try {
            return new Leaf(path, part, part.content(), part.cutOff() ? Optional.of(CUT_OFF) : Optional.empty());
        } catch (MailException damaged) {
            return new Leaf(path, part, part.raw(), Optional.of(damaged.reason()));
        }
    }

    private static final Reason CUT_OFF = new Reason(
            "mail-cut-off",
            "The e-mail ends in the middle of this part, so something of it is missing. Ask the sender to send it again.");

    private List<Paper> papers() throws MailException {
        List<Paper> found = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (!leaf.isBody()) {
                documents(leaf, found);
            }
        }
        if (found.isEmpty()) {
            body().ifPresent(found::add);
        }
        for (int i = 0; i < found.size() && depth == 1; i++) {
            budget.report();
        }
        return found;
    }

    private void documents(Leaf leaf, List<Paper> into) throws MailException {
        String type = leaf.type().name();
        if (leaf.damage().isPresent()) {
            into.add(Paper.refused(
                    leaf.path(), leaf.type(), leaf.content(), leaf.damage().get()));
        } else if (MESSAGES.contains(type)) {
            message(leaf, into);
        } else if (WINMAIL.contains(type) || isWinmail(leaf.type())) {
            winmail(leaf, into);
        } else if (type.equals("message/partial") || type.equals("message/external-body")) {
            into.add(Paper.refused(leaf.path(), leaf.type(), leaf.content(), ELSEWHERE));
        } else if (Smime.isEncryptedOrSigned(leaf.type())) {
            into.add(Paper.refused(leaf.path(), leaf.type(), leaf.content(), Smime.INSIDE));
        } else if (!SET_ASIDE.contains(type) && leaf.content().length > 0 && !onlyAdorns(leaf)) {
            into.add(document(leaf));
        }
    }

    private void message(Leaf leaf, List<Paper> into) throws MailException {
        budget.depth(depth + 1);
        Entity message;
        try {
            message = leaf.entity().message(budget);
        } catch (MailException damaged) {
            into.add(Paper.refused(leaf.path(), leaf.type(), leaf.entity().raw(), damaged.reason()));
            return;
        }
        into.addAll(inside(message, leaf.path(), budget, depth + 1));
    }

    private static boolean isWinmail(MediaType type) {
        return type.is(MediaType.UNKNOWN)
                && type.fileName().filter("winmail.dat"::equalsIgnoreCase).isPresent();
    }

    private static final Reason ELSEWHERE = new Reason(
            "mail-part-elsewhere",
            "This part of the e-mail is not in it, only a note of where it lies. Ask the sender to attach the document itself.");

    private void winmail(Leaf leaf, List<Paper> into) throws MailException {
        try {
            int number = 0;
            for (Winmail.Inside each : Winmail.open(leaf.content())) {
                budget.part();
                String path = leaf.path() + "/" + ++number;
                budget.decoded(each.content() == null ? 0 : each.content().length);
                if (each.content() != null && each.content().length > 0) {
                    MediaType type = leaf.type().inside(each.fileName());
                    into.add(new Paper(path, type.name(), each.fileName(), each.content(), Optional.empty()));
                }
            }
        } catch (MailException unreadable) {
            if (!unreadable.reason().equals(Winmail.UNREADABLE)) {
                throw unreadable;
            }
            into.add(Paper.refused(leaf.path(), leaf.type(), leaf.content(), Winmail.UNREADABLE));
        }
    }

    private boolean onlyAdorns(Leaf leaf) {
        if (!leaf.type().startsWith("image/")) {
            return false;
        }
        Optional<PictureSize> size = PictureSize.of(leaf.content());
        int needed = standsInText(leaf.type()) ? PAGE_IN_TEXT : NO_PAGE;
        // one whose size can't be told is kept: better a logo in review than a page lost
        return size.filter(picture -> picture.width() < needed || picture.height() < needed)
                .isPresent();
    }

    private boolean standsInText(MediaType type) {
        return type.contentId()
                .filter(id -> html.indexOf("cid:" + id.toLowerCase(Locale.ROOT)) >= 0)
                .isPresent();
    }

    private static Paper document(Leaf leaf) {
        boolean text = leaf.type().is(MediaType.PLAIN);
        byte[] content = text ? Text.utf8(leaf.content(), leaf.type().charset()) : leaf.content();
        return new Paper(leaf.path(), leaf.type().name(), leaf.type().fileName(), content, Optional.empty());
    }

    /** The plain text where there is one, else what the HTML says. */
    private Optional<Paper> body() {
        return body(MediaType.PLAIN).or(() -> body("text/html"));
    }

    private Optional<Paper> body(String type) {
        return leaves.stream()
                .filter(leaf -> leaf.isBody() && leaf.type().is(type))
                .map(MessageWalk::asText)
                .filter(paper -> paper.refusal().isPresent() || !Text.isBlank(paper.content()))
                .findFirst();
    }

    private static Paper asText(Leaf leaf) {
        String words = Text.of(leaf.content(), leaf.type().charset());
        byte[] text = Text.utf8(leaf.type().is("text/html") ? HtmlText.of(words) : words);
        return new Paper(leaf.path() + "#text", MediaType.PLAIN, Optional.empty(), text, leaf.damage());
    }
}
