package org.caseward.normalisation;

/** Which mapping made a record: its id, its version and the SHA-256 (hex) of the file as it was read. */
public record MappingUsed(String id, String version, String hash) {}
