package org.caseward.bench.febrl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;
import org.caseward.casefile.PostalAddress;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.jspecify.annotations.Nullable;

/** One of the sets. Each record is taken both ways: as a person on file, and as a report that looks for its person. */
record FebrlSet(List<Entry> entries) {
    static final String PROGRAM = "febrl";
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    /** @param original the number of the record it is a duplicate of, or its own: the truth */
    record Entry(KnownPerson person, ReportFacts facts, String original) {}

    static FebrlSet read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (CSVParser rows = FORMAT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            for (CSVRecord row : rows) {
                entries.add(entry(row));
            }
        }
        return new FebrlSet(entries);
    }

    private static Entry entry(CSVRecord row) {
        String id = row.get("rec_id");
        PostalAddress address = address(row);
        LocalDate birth = date(row.get("date_of_birth")).orElse(null);
        Person person = new Person(
                id,
                row.get("surname"),
                row.get("given_name"),
                null,
                null,
                List.of(),
                birth,
                null,
                null,
                text(row, "soc_sec_id"),
                address,
                List.of());
        CaseFile file = new CaseFile(
                PROGRAM, id, List.of(), "open", null, null, null, List.of(), List.of(), null, null, null, person,
                List.of());
        return new Entry(KnownPerson.of(List.of(file)), ReportFacts.of(fields(person)), id.split("-")[1]);
    }

    /** Four-digit postcodes with a nought before them stand for zip codes. */
    private static @Nullable PostalAddress address(CSVRecord row) {
        String line = (row.get("street_number") + " " + row.get("address_1")).strip();
        String zip = row.get("postcode").isEmpty() ? null : "0" + row.get("postcode");
        return line.isEmpty() ? null : new PostalAddress(line, text(row, "suburb"), text(row, "state"), zip);
    }

    private static Fields fields(Person person) {
        Map<String, List<FieldValue>> fields = new HashMap<>();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put(FieldNames.FAMILY, person.family());
        said.put(FieldNames.GIVEN, person.given());
        said.put(FieldNames.BIRTH_DATE, person.birthDate());
        said.put(FieldNames.EMPLOYEE_NUMBER, person.employeeNumber());
        PostalAddress address = person.address();
        if (address != null) {
            said.put(FieldNames.ADDRESS, address.line() + (address.zip() == null ? "" : ", " + address.zip()));
        }
        said.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                fields.put(name, List.of(new FieldValue(value.toString(), value.toString(), 1, "hl7", List.of())));
            }
        });
        return Fields.of(fields);
    }

    private static @Nullable String text(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : row.get(column);
    }

    private static Optional<LocalDate> date(String digits) {
        try {
            return digits.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(digits, DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "FebrlSet[" + entries.size() + "]";
    }
}
