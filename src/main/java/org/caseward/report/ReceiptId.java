package org.caseward.report;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** The identity of one receipt (one delivery): a UUIDv7, so that its creation month can be read from it (tables are partitioned by it). */
public record ReceiptId(UUID value) {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    public static ReceiptId next() {
        return new ReceiptId(GENERATOR.generate());
    }

    /** @throws IllegalArgumentException where the text is no UUID */
    public static ReceiptId parse(String text) {
        return new ReceiptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
