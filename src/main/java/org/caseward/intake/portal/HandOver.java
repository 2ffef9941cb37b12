package org.caseward.intake.portal;

import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Connection;

/**
 * Who hands in, on whose behalf.
 *
 * @param by as the audit knows them: a portal login's name or a staff user's
 * @param provider whose reports they are; empty where nobody knows
 * @param invitation where a one-time link was used
 * @param keyedBy sets apart the upload ids of different senders
 */
record HandOver(
        String by, Optional<String> provider, Connection connection, Optional<UUID> invitation, String keyedBy) {}
