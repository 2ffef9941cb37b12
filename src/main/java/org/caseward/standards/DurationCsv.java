package org.caseward.standards;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One table of expected durations: {@code icd10,condition,median_days,at_risk_days,effective_from,effective_to,program,source,version}. {@code icd10} is the beginning of codes or
 * {@code *}; {@code at_risk_days}, {@code effective_to} (the first day on which the row does not count any more) and {@code program} may be empty.
 */
final class DurationCsv {
    private static final int LONGEST_DAYS = 3_650;
    private static final List<String> COLUMNS = List.of(
            "icd10",
            "condition",
            "median_days",
            "at_risk_days",
            "effective_from",
            "effective_to",
            "program",
            "source",
            "version");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final List<ExpectedDuration> rows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** @return its rows, or what is wrong with it: every fault, with its line */
    static DurationCsv read(Path file) {
        DurationCsv csv = new DurationCsv();
        try (Reader text = Files.newBufferedReader(file);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            List<String> missing = new ArrayList<>(COLUMNS);
            missing.removeAll(parser.getHeaderNames());
            if (missing.isEmpty()) {
                parser.forEach(csv::row);
            } else {
                csv.complaints.add("line 1 lacks the columns " + String.join(", ", missing));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            csv.complaints.add(
                    "it can't be read as CSV in UTF-8 (" + e.getClass().getSimpleName() + ")");
        }
        return csv;
    }

    List<ExpectedDuration> rows() {
        return rows;
    }

    List<String> complaints() {
        return complaints;
    }

    private void row(CSVRecord row) {
        if (!row.isConsistent()) {
            complain(row, "the line", "has " + row.size() + " cells");
            return;
        }
        String code = row.get("icd10").replace(".", "");
        OptionalInt median = days(row, "median_days");
        OptionalInt atRisk = row.get("at_risk_days").isEmpty() ? OptionalInt.empty() : days(row, "at_risk_days");
        Optional<LocalDate> from = date(row, "effective_from");
        Optional<LocalDate> until = row.get("effective_to").isEmpty() ? Optional.empty() : date(row, "effective_to");
        for (String needed : List.of("condition", "source", "version")) {
            if (row.get(needed).isEmpty()) {
                complain(row, needed, "is empty");
            }
        }
        if (!code.matches("\\*|[A-Z]\\d[0-9A-Z]{0,5}")) {
            complain(row, "icd10", "is neither * nor the beginning of a code");
        }
        if (median.isPresent() && from.isPresent()) {
            rows.add(new ExpectedDuration(
                    code.equals("*") ? "" : code,
                    row.get("condition"),
                    median.getAsInt(),
                    atRisk,
                    from.get(),
                    until,
                    row.get("program"),
                    row.get("source"),
                    row.get("version")));
        }
    }

    private OptionalInt days(CSVRecord row, String column) {
        String text = row.get(column);
        if (text.matches("\\d{1,4}")) {
            int days = Integer.parseInt(text);
            if (days > 0 && days <= LONGEST_DAYS) {
                return OptionalInt.of(days);
            }
        }
        complain(row, column, "is no number of days from 1 to " + LONGEST_DAYS);
        return OptionalInt.empty();
    }

    private Optional<LocalDate> date(CSVRecord row, String column) {
        try {
            return Optional.of(LocalDate.parse(row.get(column)));
        } catch (DateTimeParseException e) {
            complain(row, column, "is no date (YYYY-MM-DD)");
            return Optional.empty();
        }
    }

    private void complain(CSVRecord row, String column, String what) {
        complaints.add("line " + (row.getRecordNumber() + 1) + ": " + column + " " + what);
    }
}
