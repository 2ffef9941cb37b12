package org.caseward.intake.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.caseward.report.DocumentType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the portal's pages call things to people who know nothing of the hub: {@code templates/portal/words.properties}. */
@Component("portalWords")
class PortalWords {
    private static final String FILE = "templates/portal/words.properties";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm", Locale.US);

    private final Properties words = new Properties();

    PortalWords() {
        try (var reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The labels of the portal can't be read: " + FILE, e);
        }
    }

    /** One kind of document in the list that a sender chooses from. */
    public record Kind(String code, String label) {}

    public String of(String kind, Object of) {
        String word = String.valueOf(of);
        String label = words.getProperty(kind + "." + word);
        return label == null ? word.replace('-', ' ').replace('_', ' ') : label;
    }

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }

    public String size(long bytes) {
        return bytes < 100_000
                ? Math.max(1, bytes / 1_000) + " kB"
                : String.format(Locale.US, "%.1f MB", bytes / 1_000_000.0);
    }

    /** What a provider would call its papers, in the order of the alphabet; what is none of these is "something else". */
    public List<Kind> kinds() {
        return Arrays.stream(DocumentType.values())
                .map(DocumentType::code)
                .filter(code -> words.containsKey("about." + code))
                .map(code -> new Kind(code, of("about", code)))
                .sorted(java.util.Comparator.comparing(Kind::label))
                .toList();
    }
}
