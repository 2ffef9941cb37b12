package org.caseward.report;

/** Told after a commit of receipts: the outbox has something to send on. */
public record ReceiptsCommitted(int count) {}
