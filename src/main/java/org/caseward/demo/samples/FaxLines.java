package org.caseward.demo.samples;

/** The numbers called, in E.164, by the programs they serve. */
public record FaxLines(String police, String city, String shared) {}
