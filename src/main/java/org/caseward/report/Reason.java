package org.caseward.report;

/**
 * Why something was refused, held or done.
 *
 * @param code a stable word to group by, e.g. {@code hl7-unreadable}
 * @param text what happened and what to do next; never carries a person's data
 */
public record Reason(String code, String text) {}
