package org.caseward.demo.samples;

import java.time.Instant;

/** The bytes of a sample and what its channel needs besides. */
public sealed interface Delivery {
    /** The bytes as the hub keeps them. */
    byte[] bytes();

    /** @param framed false where the sender forgets the MLLP frame */
    record Mllp(byte[] bytes, boolean framed) implements Delivery {}

    /** Over TLS, with the sender's certificate. */
    record Mllps(byte[] bytes) implements Delivery {}

    /** @param path below the FHIR base: a resource type, or empty for a transaction */
    record Fhir(byte[] bytes, String path) implements Delivery {}

    /** @param name as the provider calls the file on the agency's server */
    record Sftp(byte[] bytes, String name) implements Delivery {}

    /** @param uploadId what the page's script calls the upload */
    record Portal(byte[] bytes, String uploadId, String name, String mediaType) implements Delivery {}

    /** @param extension {@code tif} or {@code pdf} */
    record Fax(byte[] bytes, String extension, Sidecar sidecar) implements Delivery {}

    /**
     * A message as it goes over the wire.
     *
     * @param from the sender's address on the envelope and in the header
     */
    record Mail(byte[] bytes, String from) implements Delivery {}

    /** What the fax gateway knows of a call; numbers in E.164. */
    record Sidecar(String id, String from, String to, Instant receivedAt, int pages) {}
}
