package org.caseward.report;

/**
 * Something a coordinator should know about a report; it informs and decides nothing.
 *
 * @param id one of the contract's ids, e.g. {@code restriction-end-missing}
 * @param text what is wrong and what to ask for, in words for a clinic
 * @param source the rule's source, e.g. {@code 28 TAC 129.5(c)}
 */
public record Finding(String id, String text, String source) {}
