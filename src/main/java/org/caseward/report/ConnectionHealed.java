package org.caseward.report;

/** Told when what {@link ConnectionTroubled} said of a connection is over. */
public record ConnectionHealed(String kind, String connection) {}
