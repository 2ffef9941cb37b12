package org.caseward.intake;

/** What the fax server says of a fax, as {@code ID.json} beside {@code ID.tif} or {@code ID.pdf}; {@code from} is a hint, never an identity. */
record FaxSidecar(String id, String from, String to, String receivedAt, int pages) {}
