package org.caseward.matching.models;

/**
 * What a model would change among kept reports.
 *
 * @param reports how many were looked at
 * @param toReview filed without a person under the active model, in review under the other
 * @param toAuto the other way round
 * @param otherCase the same decision, but for another case
 */
public record Rehearsal(int reports, int toReview, int toAuto, int otherCase) {}
