package org.caseward.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message whose header has been made fit for the parser, and what was changed for it.
 *
 * @param parseable the message, with a version and a type in MSH
 * @param patches the fields of MSH that were filled in
 */
record Hl7Header(String parseable, List<Patch> patches) {
    /** @param original what the sender wrote there */
    record Patch(int field, int components, String original) {}

    private static final Set<String> VERSIONS =
            Set.of("2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1");

    private static final Pattern BATCH_SEGMENT = Pattern.compile("FHS|BHS|BTS|FTS");
    private static final String USUAL_ENCODING = "^~\\&";
    private static final int TYPE = 9;
    private static final int VERSION = 12;

    static Hl7Header of(String text) throws UnreadableException {
        String message = withoutBatch(text);
        if (!message.startsWith("MSH") || message.length() < 8 || Character.isLetterOrDigit(message.charAt(3))) {
            throw new UnreadableException(
                    "hl7-no-header",
                    "The message does not begin with an MSH segment. Ask the sender to send a whole HL7 v2 message.");
        }
        int end = message.indexOf('\r');
        String separator = message.substring(3, 4);
        List<String> fields =
                new ArrayList<>(Arrays.asList(message.substring(0, end).split(Pattern.quote(separator), -1)));
        while (fields.size() < VERSION) {
            fields.add("");
        }
        List<Patch> patches = new ArrayList<>();
        encodingCharacters(fields);
        type(fields, patches);
        version(fields, patches);
        return new Hl7Header(String.join(separator, fields) + message.substring(end), patches);
    }

    /** One message may come wrapped as a batch; several are the channel's to take apart. */
    private static String withoutBatch(String text) throws UnreadableException {
        if (!text.startsWith("FHS") && !text.startsWith("BHS")) {
            return text;
        }
        if (text.split("\rMSH", -1).length != 2) {
            throw new UnreadableException(
                    "hl7-batch",
                    "The file is a batch of several messages that was not taken apart. Ask the sender to send them one by one.");
        }
        return Arrays.stream(text.split("\r"))
                .filter(segment -> !BATCH_SEGMENT.matcher(segment).lookingAt())
                .map(segment -> segment + "\r")
                .collect(Collectors.joining());
    }

    /** Separators that are missing at the end are the usual ones. */
    private static void encodingCharacters(List<String> fields) {
        String given = fields.get(1).strip();
        fields.set(1, given.length() >= 4 ? given : given + USUAL_ENCODING.substring(given.length()));
    }

    private static void type(List<String> fields, List<Patch> patches) {
        if (fields.get(TYPE - 1).isBlank()) {
            patches.add(new Patch(TYPE, 2, fields.get(TYPE - 1)));
            fields.set(TYPE - 1, "ZZZ" + fields.get(1).charAt(0) + "Z99");
        }
    }

    private static void version(List<String> fields, List<Patch> patches) {
        String given = fields.get(VERSION - 1);
        String number = given.split(Pattern.quote(fields.get(1).substring(0, 1)), 2)[0];
        if (!VERSIONS.contains(number)) {
            patches.add(new Patch(VERSION, 1, number));
            fields.set(VERSION - 1, "2.5.1" + given.substring(number.length()));
        }
    }

    @Override
    public String toString() {
        return "Hl7Header" + patches.stream().map(Patch::field).toList();
    }
}
