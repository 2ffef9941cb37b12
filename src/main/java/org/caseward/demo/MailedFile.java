package org.caseward.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.caseward.demo.samples.Delivery;

/** A file as somebody attaches it to a message; the same file is the same message, however often it is sent. */
final class MailedFile {
    private MailedFile() {}

    static Delivery.Mail of(String name, String type, byte[] bytes) {
        String from = DemoSetup.MAILBOX;
        String message = "Message-ID: <send." + UUID.nameUUIDFromBytes(bytes) + "@police.example>\r\nFrom: " + from
                + "\r\nTo: " + from + "\r\nSubject: Report\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                + "\r\nContent-Disposition: attachment; filename=\"" + name.replaceAll("[^\\w.-]", "_")
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n";
        return new Delivery.Mail(message.getBytes(StandardCharsets.US_ASCII), from);
    }
}
