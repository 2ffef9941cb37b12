package org.caseward.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The records of a CSV feed as the same objects that an NDJSON feed holds: dots nest, {@code |} parts lists, an empty cell is no value. */
final class CsvRows implements Iterator<FeedRow> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LISTS =
            Set.of("claimNumbers", "bodyParts", "diagnoses", "person.formerFamily", "person.phones");
    private static final String PROVIDERS = "providers.";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .setAllowMissingColumnNames(true)
            .get();

    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long number;
    private boolean broken;

    CsvRows(InputStream in) {
        try {
            CSVParser parser = CSVParser.builder()
                    .setReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .setFormat(FORMAT)
                    .get();
            header = parser.getHeaderNames().stream()
                    .map(name -> name.replace("\uFEFF", "").strip())
                    .toList();
            records = parser.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException("The feed broke off before its first row", e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return !broken && records.hasNext();
        } catch (UncheckedIOException e) {
            // an open quote: what follows can't be told apart any more, but this one row says so
            broken = true;
            return true;
        }
    }

    @Override
    public FeedRow next() {
        number++;
        if (broken) {
            return new FeedRow.Broken(number, "the quotes of this row can't be told apart; nothing after it was read");
        }
        if (!records.hasNext()) {
            throw new NoSuchElementException();
        }
        CSVRecord record = records.next();
        return record.size() == header.size()
                ? new FeedRow.Content(number, object(record))
                : new FeedRow.Broken(
                        number, "the row has " + record.size() + " cells, the header " + header.size() + " columns");
    }

    private ObjectNode object(CSVRecord record) {
        ObjectNode row = JSON.createObjectNode();
        for (int i = 0; i < header.size(); i++) {
            String cell = record.get(i);
            if (!cell.isEmpty()) {
                put(row, header.get(i), cell);
            }
        }
        return row;
    }

    private static void put(ObjectNode row, String name, String cell) {
        if (name.startsWith(PROVIDERS)) {
            putProviders(row.withArray("providers"), name.substring(PROVIDERS.length()), cell);
        } else if (LISTS.contains(name)) {
            ArrayNode list = parent(row, name).putArray(leaf(name));
            parts(cell).stream().filter(part -> !part.isEmpty()).forEach(list::add);
        } else {
            parent(row, name).put(leaf(name), cell);
        }
    }

    private static void putProviders(ArrayNode providers, String property, String cell) {
        List<String> parts = parts(cell);
        for (int i = 0; i < parts.size(); i++) {
            while (providers.size() <= i) {
                providers.addObject();
            }
            if (!parts.get(i).isEmpty()) {
                ((ObjectNode) providers.get(i)).put(property, parts.get(i));
            }
        }
    }

    private static List<String> parts(String cell) {
        return java.util.Arrays.stream(cell.split("\\|", -1)).map(String::strip).toList();
    }

    private static ObjectNode parent(ObjectNode row, String name) {
        ObjectNode at = row;
        String[] steps = name.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.get(steps[i]) instanceof ObjectNode below ? below : at.putObject(steps[i]);
        }
        return at;
    }

    private static String leaf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
