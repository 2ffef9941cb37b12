package org.caseward.intake.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.intake.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a registered sender the receipt's number and nothing else, where the mailbox is set to. What can't be sent is not tried again: the receipt stands without it. */
@Component
class MailAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(MailAnswers.class);

    /** More in an hour is no office that sends reports but two machines that answer each other. */
    private static final int MOST_AN_HOUR = 60;

    private final MailSettings settings;
    private final MailServers servers;
    private final Map<String, Deque<Instant>> sent = new ConcurrentHashMap<>();

    MailAnswers(MailSettings settings, MailServers servers) {
        this.settings = settings;
        this.servers = servers;
    }

    void answer(Connection mailbox, Verdict verdict) {
        MailSettings.Outgoing server = settings.outgoing();
        if (server == null || verdict.receipt().again() || !MailDesk.on(mailbox, "answer")) {
            return;
        }
        verdict.answerTo()
                .filter(this::mayHearMore)
                .ifPresent(to -> Thread.ofVirtual().start(() -> send(mailbox, verdict, to, server)));
    }

    private boolean mayHearMore(String to) {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        Deque<Instant> times = sent.computeIfAbsent(to, address -> new ArrayDeque<>());
        synchronized (times) {
            while (!times.isEmpty() && times.getFirst().isBefore(hourAgo)) {
                times.removeFirst();
            }
            times.add(Instant.now());
            return times.size() <= MOST_AN_HOUR;
        }
    }

    private void send(Connection mailbox, Verdict verdict, String to, MailSettings.Outgoing server) {
        Session session = servers.session("smtps");
        // one that can't be delivered comes back as a bounce, and bounces are never answered
        session.getProperties().put("mail.smtps.from", mailbox.address());
        try (Transport transport = session.getTransport("smtps")) {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(mailbox.address()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject("Receipt " + verdict.receipt().receiptNumber());
            message.setText(
                    "Your e-mail was received: " + verdict.receipt().receiptNumber()
                            + "\r\n\r\nPlease keep this number, and name it when you ask about your report. Nobody reads answers to this message.\r\n");
            message.setHeader("Auto-Submitted", "auto-replied");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setHeader(Automatic.LOOP, mailbox.address());
            message.saveChanges();
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            LOG.warn(
                    "The receipt {} could not be told by e-mail: {}",
                    verdict.receipt().receiptNumber(),
                    e.getClass().getSimpleName());
        }
    }
}
