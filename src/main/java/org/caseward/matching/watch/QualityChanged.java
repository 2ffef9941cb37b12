package org.caseward.matching.watch;

/** Filing without a person was stopped or allowed again in a program. Published inside the transaction of a stop, after that of a lift. */
public record QualityChanged(String program) {}
