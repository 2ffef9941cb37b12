package org.caseward.intake.mail;

import org.caseward.intake.ConnectionTroubles;
import org.caseward.intake.Connections;
import org.caseward.intake.Leases;
import org.caseward.intake.RouteDoor;
import org.springframework.stereotype.Component;

/** What every mailbox's watch works with. */
@Component
record WatchParts(
        MailSettings settings,
        MailServers servers,
        RouteDoor door,
        Connections connections,
        Leases leases,
        MailAnswers answers,
        ConnectionTroubles troubles) {}
