package org.caseward.report;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** The identity of one report: a UUIDv7, so that its creation month can be read from it (tables are partitioned by it). */
public record ReportId(UUID value) {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    public static ReportId next() {
        return new ReportId(GENERATOR.generate());
    }

    /** @throws IllegalArgumentException where the text is no UUID */
    public static ReportId parse(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
