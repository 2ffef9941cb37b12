package org.caseward.intake;

/** Finds a report inside a delivery that holds several. A channel whose deliveries do so brings one. */
public interface PartReader {
    /** Whether it knows deliveries of this media type. */
    boolean reads(String mediaType);

    /**
     * @param whole the delivery's bytes as received
     * @param path as its {@link Delivery.Part} told it
     * @throws IllegalStateException where the delivery has no such part any more
     */
    byte[] part(byte[] whole, String path);
}
