package org.caseward.report;

import java.util.Optional;

/**
 * A view or an act that the audit keeps. Published as a Spring event inside the transaction of what it tells of.
 *
 * @param who user name or client id
 * @param act a word such as {@code viewed}, {@code accepted}, {@code route-stopped}, {@code signed-in}
 * @param subject what it was done to: a report id, a receipt number, a route id, a case as {@code program/number}
 * @param detail why or with what; never a person's name or content
 */
public record AuditedAct(String who, String act, String subject, Optional<String> program, String detail) {}
