package org.caseward.report;

/** Told when what {@link Troubled} said of this subject is over. */
public record Healed(String kind, String subject) {}
