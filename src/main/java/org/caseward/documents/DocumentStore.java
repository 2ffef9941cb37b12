package org.caseward.documents;

/**
 * Keeps documents sealed, under the key of their program.
 *
 * <p>An implementation owes: {@link #put} returns only when the bytes are durable (fsynced or acknowledged by the service); putting equal bytes for a program twice is
 * harmless and gives the same address; {@link #get} gives the bytes back or throws. Both throw {@link org.caseward.report.OutageException} where the store can't be
 * reached; a document that is missing or fails its authentication is an {@link IllegalStateException}.
 */
public interface DocumentStore {
    Address put(String program, byte[] bytes);

    byte[] get(Address address);
}
