package org.caseward.normalisation.functions;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of {@code mappings/codes}: lines that begin with {@code #} say where the facts come from, then columns {@code match} ({@code code} or {@code words}), {@code text}, {@code value}. A code matches whole; words match
 * anywhere in a text, the longest first. Case never matters.
 */
public final class CodeTable {
    public static final CodeTable EMPTY = new CodeTable();

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.-]+");

    private final Map<String, String> codes = new HashMap<>();
    private final List<Map.Entry<String, String>> words = new ArrayList<>();

    /** @throws IOException where the text is no such table, saying what was expected */
    public static CodeTable read(String csv) throws IOException {
        CodeTable table = new CodeTable();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setCommentMarker('#')
                .get();
        try (var parser = format.parse(new StringReader(csv))) {
            if (!parser.getHeaderNames().containsAll(List.of("match", "text", "value"))) {
                throw new IOException("expected the columns match,text,value in its first line");
            }
            for (CSVRecord row : parser) {
                table.add(row, parser.getCurrentLineNumber());
            }
        } catch (IllegalArgumentException | java.io.UncheckedIOException malformed) {
            throw new IOException(
                    "expected comma-separated rows of match,text,value: " + malformed.getMessage(), malformed);
        }
        table.words.sort((a, b) -> b.getKey().length() - a.getKey().length());
        return table;
    }

    private void add(CSVRecord row, long line) throws IOException {
        if (!row.isConsistent()) {
            throw new IOException("line " + line + ": expected as many columns as in the first line");
        }
        String text = key(row.get("text"));
        switch (row.get("match")) {
            case "code" -> codes.put(text, row.get("value"));
            case "words" -> words.add(Map.entry(" " + text + " ", row.get("value")));
            default -> throw new IOException("line " + line + ": expected code or words in the column match");
        }
    }

    /** This table's rows before those of the other one. */
    public CodeTable before(CodeTable other) {
        CodeTable both = new CodeTable();
        both.codes.putAll(other.codes);
        both.codes.putAll(codes);
        both.words.addAll(words);
        both.words.addAll(other.words);
        return both;
    }

    Optional<String> lookUp(String text) {
        String key = key(text);
        String spaced = " " + key + " ";
        return Optional.ofNullable(codes.get(key))
                .or(() -> words.stream()
                        .filter(entry -> spaced.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static String key(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
