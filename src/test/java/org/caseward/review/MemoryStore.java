package org.caseward.review;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;

/** Keeps documents in memory: pages need images, not a disk. */
final class MemoryStore implements DocumentStore {
    private final Map<Address, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Address put(String program, byte[] bytes) {
        Address address = new Address(program, Integer.toHexString(java.util.Arrays.hashCode(bytes)));
        kept.put(address, bytes);
        return address;
    }

    @Override
    public byte[] get(Address address) {
        byte[] bytes = kept.get(address);
        if (bytes == null) {
            throw new IllegalStateException("No such document");
        }
        return bytes;
    }
}
