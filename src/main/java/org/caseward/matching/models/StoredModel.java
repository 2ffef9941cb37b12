package org.caseward.matching.models;

import java.time.Instant;

/**
 * A model as it is kept.
 *
 * @param sha256 hex, of the text
 * @param addedBy a user, a client, or {@code hub} where it came with the program
 */
public record StoredModel(String version, String sha256, Instant addedAt, String addedBy, boolean active) {}
