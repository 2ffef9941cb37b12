package org.caseward.casefile;

/**
 * A case is new, or it or its person changed: reports that wait for it may be matched again. Published as a Spring event inside the transaction that wrote it, so that a
 * {@code @TransactionalEventListener} hears of it only once it is kept.
 */
public record CaseChanged(String program, String caseNumber, String personId) {}
