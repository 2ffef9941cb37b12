package org.caseward.report;

/**
 * One thing that keeps a report from the next level.
 *
 * @param id a stable word, e.g. {@code birth-date-missing}
 * @param text what is missing and how to send it, in words for a clinic; never carries a value of the report
 */
public record Missing(String id, String text) {}
