package org.caseward.review;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What pages call things: labels of the vocabulary out of {@code templates/review/words.properties}, and dates and ages in words. */
@Component("wording")
class Wording {
    private static final String FILE = "templates/review/words.properties";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm", Locale.US);

    private final Properties words = new Properties();

    Wording() {
        try (var reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The labels of the pages can't be read: " + FILE, e);
        }
    }

    /** The label of a word of the vocabulary, e.g. {@code of("type", "tx-dwc-073")}; a word without one is written out. */
    public String of(String kind, String word) {
        String label = words.getProperty(kind + "." + word);
        return label == null ? spelled(word) : label;
    }

    private static String spelled(String word) {
        String name = word.substring(word.lastIndexOf('.') + 1)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[_-]+", " ")
                .toLowerCase(Locale.ROOT);
        return name.isEmpty() ? word : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A field's value as people read it: dates and the few coded values in words, all else as it is. */
    public String value(String field, String value) {
        String label = words.getProperty("value." + field + "." + value);
        return label == null ? day(value) : label;
    }

    /** {@code 2026-11-02} as {@code Nov 2, 2026}; anything else stays. */
    public String day(String text) {
        try {
            return text.length() == 10 ? DAY.format(LocalDate.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }

    /** How long ago, in the largest unit that fits: {@code 3 h}. */
    public String age(Instant since) {
        Duration age = Duration.between(since, Instant.now());
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
