package org.caseward.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON objects that say one thing twice. Parsers take one of the two, each its own (RFC 8259, section 4): what one program checked another would read differently, so such content is refused.
 */
public final class DoubledKeys {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern TELLING = Pattern.compile("^Duplicate Object property \"(.*)\"", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("_?[A-Za-z]{1,60}");

    private DoubledKeys() {}

    /** The first name that stands twice in one object; nothing where there is none, or the text is no JSON at all. */
    public static Optional<String> in(byte[] json) {
        try (JsonParser parser = STRICT.createParser(json)) {
            while (parser.nextToken() != null) {
                // looking is all
            }
            return Optional.empty();
        } catch (StreamReadException wrong) {
            return name(wrong.getOriginalMessage());
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** Names are a standard's; one that is none is not repeated, for it may say anything. */
    private static Optional<String> name(String message) {
        Matcher found = TELLING.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(PLAIN.matcher(found.group(1)).matches() ? found.group(1) : "an unknown name");
    }
}
