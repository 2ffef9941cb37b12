package org.caseward.intake.mail;

/** Why a message is kept in quarantine and its file moved to the folder for refused ones: what happened, and what to do next. */
enum Refusals {
    TOO_LARGE(
            "mail-too-large",
            "The e-mail is larger than what is taken here; only its header is kept. The whole lies in the folder for refused messages: open it there with care, or ask the sender to send it in parts."),
    LOOP(
            "mail-loop",
            "The e-mail goes in a circle: it is an answer of this hub, or it passed too many servers. Look for a forwarding rule that leads back here."),
    SENDER_UNCLEAR(
            "mail-sender-unclear",
            "The e-mail names no sender, or several, so nobody knows whose it is. It lies in the folder for refused messages: look at it there, and ask the sender to send it again."),
    SENDER_UNKNOWN(
            "sender-unknown",
            "No provider is registered on this mailbox for the address in From. Register it in the provider directory, then move the message from the folder for refused ones back to the inbox."),
    SIGNATURE_WANTED(
            "smime-wanted",
            "This mailbox takes signed e-mail (S/MIME) only, and nothing that counts here vouches for this one. Register the sender's certificate, or ask the sender to sign; then move the message back to the inbox."),
    NOT_AUTHENTICATED(
            "sender-not-authenticated",
            "The agency's mail server could not tell that the e-mail comes from the domain in From (no DMARC pass). Ask the sender by another way whether they sent it."),
    UNREADABLE(
            "mail-unreadable",
            "The hub failed on this e-mail. Nothing is lost: it is kept, and lies in the folder for refused messages. Tell your integration engineer; once that is mended, move it back to the inbox."),
    EMPTY(
            "mail-empty",
            "The e-mail holds neither a document nor a text that could be read. Ask the sender what they meant to send."),
    AUTOMATIC(
            "mail-automatic",
            "The e-mail was written by a machine (an out-of-office note, a bounce) and holds no document. There is nothing to do unless somebody waits for what it tells.");

    private final String code;
    private final String text;

    Refusals(String code, String text) {
        this.code = code;
        this.text = text;
    }

    MailException exception() {
        return new MailException(code, text);
    }

    static void unless(boolean so, Refusals otherwise) throws MailException {
        if (!so) {
            throw otherwise.exception();
        }
    }
}
