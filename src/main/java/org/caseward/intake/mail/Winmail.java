package org.caseward.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.caseward.report.Reason;

/** What Outlook wraps into {@code winmail.dat} (TNEF, MS-OXTNEF): its attachments, each by itself. One without attachments only repeats the text with its fonts. */
final class Winmail {
    static final Reason UNREADABLE = new Reason(
            "winmail-unreadable",
            "The attachment is an Outlook package (winmail.dat) that can't be opened. Ask the sender to send plain attachments: in Outlook, \"HTML\" or \"Plain text\" instead of \"Rich Text\".");

    static {
        // the library's own bound is 1 MB an attribute, less than one scanned page; the message's size is bounded
        // already
        TNEFAttribute.setMaxRecordLength(MailSettings.LARGEST_MEGABYTES * 1024 * 1024);
        MAPIAttribute.setMaxRecordLength(MailSettings.LARGEST_MEGABYTES * 1024 * 1024);
    }

    private Winmail() {}

    record Inside(Optional<String> fileName, byte[] content) {
        @Override
        public String toString() {
            return "Inside[" + content.length + " bytes]";
        }
    }

    /** @throws MailException where it can't be opened, whatever the library says of it */
    static List<Inside> open(byte[] tnef) throws MailException {
        try {
            return new HMEFMessage(new ByteArrayInputStream(tnef))
                    .getAttachments().stream().map(Winmail::inside).toList();
        } catch (IOException | RuntimeException e) {
            throw new MailException(UNREADABLE.code(), UNREADABLE.text());
        }
    }

    private static Inside inside(Attachment attachment) {
        String name = attachment.getLongFilename() == null ? attachment.getFilename() : attachment.getLongFilename();
        return new Inside(
                Optional.ofNullable(name).map(MediaType::safe).filter(safe -> !safe.isEmpty()),
                attachment.getContents());
    }
}
