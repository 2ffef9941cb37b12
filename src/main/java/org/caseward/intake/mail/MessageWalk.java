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

    private final Budget budget;
    private final int depth;
    private final List<Leaf> leaves = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();

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
        Leaf leaf = Leaf.of(part, path);
        budget.decoded(leaf.content().length);
        leaves.add(leaf);
        if (part.type().is("text/html") && html.length() < HtmlText.LONGEST) {
            html.append(Text.of(leaf.content(), part.type().charset()).toLowerCase(Locale.ROOT));
        }
    }

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
        } else if (leaf.isMessage()) {
            message(leaf, into);
        } else if (leaf.isWinmail()) {
            winmail(leaf, into);
        } else if (type.equals("message/partial") || type.equals("message/external-body")) {
            into.add(Paper.refused(leaf.path(), leaf.type(), leaf.content(), ELSEWHERE));
        } else if (Smime.isEncryptedOrSigned(leaf.type())) {
            into.add(Paper.refused(leaf.path(), leaf.type(), leaf.content(), Smime.INSIDE));
        } else if (!SET_ASIDE.contains(type) && leaf.content().length > 0 && !leaf.onlyAdorns(html)) {
            into.add(leaf.document());
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

    /** The plain text where there is one, else what the HTML says. */
    private Optional<Paper> body() {
        return body(MediaType.PLAIN).or(() -> body("text/html"));
    }

    private Optional<Paper> body(String type) {
        return leaves.stream()
                .filter(leaf -> leaf.isBody() && leaf.type().is(type))
                .map(Leaf::body)
                .filter(paper -> paper.refusal().isPresent() || !Text.isBlank(paper.content()))
                .findFirst();
    }
}
