package org.caseward.intake.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caseward.intake.Connection;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * One mailbox, open. What lies in its inbox has not been received yet, whether seen or not; what was goes to the folder for accepted or for refused messages. Nothing is ever
 * deleted.
 */
final class Mailbox implements AutoCloseable {
    private final IMAPStore store;
    private final IMAPFolder inbox;
    private final IMAPFolder accepted;
    private final IMAPFolder refused;
    private final long largest;
    private volatile boolean idling;

    private Mailbox(IMAPStore store, Connection connection, long largest) throws MessagingException {
        this.store = store;
        this.largest = largest;
        this.inbox = folder(connection.setting("folder").orElse("INBOX"));
        this.accepted = made(connection.setting("accepted").orElse("Accepted"));
        this.refused = made(connection.setting("refused").orElse("Refused"));
        inbox.open(Folder.READ_WRITE);
        inbox.addMessageCountListener(new News());
    }

    /** @throws MessagingException where the server can't be reached, is not who it should be, or does not let us in */
    static Mailbox open(MailServers servers, Connection connection, byte[] password, long largest)
            throws MessagingException {
        Store store = servers.session("imaps").getStore("imaps");
        try {
            store.connect(
                    connection.setting("host").orElse("localhost"),
                    Integer.parseInt(connection.setting("port").orElse("993")),
                    connection.setting("user").orElse(connection.address()),
                    new String(password, StandardCharsets.UTF_8));
            return new Mailbox((IMAPStore) store, connection, largest);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private IMAPFolder folder(String name) throws MessagingException {
        return (IMAPFolder) store.getFolder(name);
    }

    private IMAPFolder made(String name) throws MessagingException {
        IMAPFolder folder = folder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
            folder.setSubscribed(true);
        }
        return folder;
    }

    /** What waits, by its number in the mailbox, the oldest first; of many, the first ones. */
    SortedMap<Long, IMAPMessage> waiting() throws MessagingException {
        // what was moved a moment ago is gone, and the others have other places
        ask();
        int count = inbox.getMessageCount();
        Message[] first = inbox.getMessages(1, Math.min(count, AT_ONCE));
        FetchProfile wanted = new FetchProfile();
        wanted.add(FetchProfile.Item.FLAGS);
        wanted.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(first, wanted);
        SortedMap<Long, IMAPMessage> found = new TreeMap<>();
        for (Message message : first) {
            try {
                if (!message.isExpunged() && !message.isSet(Flags.Flag.DELETED)) {
                    found.put(inbox.getUID(message), (IMAPMessage) message);
                }
            } catch (MessageRemovedException e) {
                // another program took it away meanwhile
            }
        }
        return found;
    }

    private static final int AT_ONCE = 50;

    /** The message's bytes as the server keeps them; only the header where it is larger than is taken. */
    Arrival fetch(String address, IMAPMessage message) throws MessagingException, IOException {
        boolean whole = message.getSize() <= largest;
        try (InputStream in = message.getMimeStream()) {
            byte[] raw = in.readNBytes(whole ? (int) largest + 1 : HEADER);
            boolean all = whole && raw.length <= largest;
            return new Arrival(address, all ? raw : header(raw), all);
        }
    }

    private static final int HEADER = 64 * 1024;

    private static byte[] header(byte[] raw) {
        String start = new String(raw, 0, Math.min(raw.length, HEADER), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("\r\n\r\n");
        return (end < 0 ? start : start.substring(0, end + 4)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Puts a message away whose receipt is had; a server that can't move copies first and takes away after. */
    void putAway(IMAPMessage message, boolean taken) throws MessagingException {
        IMAPFolder to = taken ? accepted : refused;
        Message[] one = {message};
        if (store.hasCapability("MOVE")) {
            inbox.moveMessages(one, to);
        } else {
            inbox.copyMessages(one, to);
            message.setFlag(Flags.Flag.DELETED, true);
            if (store.hasCapability("UIDPLUS")) {
                inbox.expunge(one);
            } else {
                inbox.expunge();
            }
        }
    }

    /** Asks the server for the inbox as it is, whatever it told meanwhile. */
    void lookAnew() throws MessagingException {
        inbox.close(false);
        inbox.open(Folder.READ_WRITE);
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits for the server to tell of something (RFC 2177), until {@link #wake}. */
    void idle() throws MessagingException {
        idling = true;
        try {
            inbox.idle(true);
        } finally {
            idling = false;
        }
    }

    /** A server may tell of a message while the wait begins, and then the wait would not end by it. */
    private final class News extends MessageCountAdapter {
        @Override
        public void messagesAdded(MessageCountEvent event) {
            if (idling) {
                wake();
            }
        }
    }

    /** Asks the server; the library's own counting asks only where a second has passed. */
    private void ask() throws MessagingException {
        inbox.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    /** Ends a wait; called from another thread. */
    void wake() {
        try {
            ask();
        } catch (MessagingException e) {
            // the wait ends with the same fault and tells of it
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            // it is gone already
        }
    }
}
