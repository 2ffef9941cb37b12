package org.caseward.standards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of tables, read once, at the start. A file with a fault is left out whole.
 *
 * @param complaints by file name, every fault with its line; an empty list where there is none
 */
record DurationTables(Durations durations, Map<String, List<String>> complaints) {
    static DurationTables load(Path folder) {
        List<ExpectedDuration> rows = new ArrayList<>();
        Map<String, List<String>> complaints = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            DurationCsv read = DurationCsv.read(file);
            complaints.put(file.getFileName().toString(), read.complaints());
            if (read.complaints().isEmpty()) {
                rows.addAll(read.rows());
            }
        }
        return new DurationTables(new Durations(rows), complaints);
    }

    /** None where there is no such folder: an agency may do without. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
