package org.caseward.normalisation.mapping;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.caseward.normalisation.functions.Nearest;
import tools.jackson.databind.JsonNode;

/** Says in words for people what a schema validator found; names of fields and functions are left to the compiler, which knows more about them. */
final class SchemaWords {
    private final JsonNode schema;

    SchemaWords(JsonNode schema) {
        this.schema = schema;
    }

    /** Gives each place that is wrong, as a JSON pointer, with what was expected there; one complaint a place. */
    void tell(List<Error> errors, BiConsumer<String, String> complain) {
        Map<String, List<Error>> byPlace = new LinkedHashMap<>();
        errors.stream()
                .filter(error -> !isLeftToCompiler(error))
                .forEach(error -> byPlace.computeIfAbsent(place(error), any -> new ArrayList<>())
                        .add(error));
        byPlace.forEach((pointer, here) -> words(here).forEach(text -> complain.accept(pointer, text)));
    }

    private static boolean isLeftToCompiler(Error error) {
        String at = error.getSchemaLocation().toString();
        JsonNode value = error.getInstanceNode();
        return value != null
                && value.isString()
                && (at.contains("/$defs/name/") || at.contains("/$defs/function/") || at.contains("/documentType/"));
    }

    private List<String> words(List<Error> errors) {
        List<String> words = new ArrayList<>();
        Set<String> choices = new TreeSet<>();
        for (Error error : errors) {
            switch (error.getKeyword()) {
                case "const" -> choices.add(text(error.getSchemaNode()));
                case "enum" -> error.getSchemaNode().forEach(choice -> choices.add(text(choice)));
                case "additionalProperties" -> words.add(unknown(error));
                case "required" -> words.add("lacks '" + error.getProperty() + "'");
                case "pattern" -> words.add(value(error) + "does not read as " + described(error));
                case "type" -> words.add(kind(error));
                default -> words.add(plain(error));
            }
        }
        if (!choices.isEmpty()) {
            String value = value(errors.getFirst());
            String hint = Nearest.hint(value.replaceAll("^'|' $", ""), choices);
            words.add(value + "is not known here" + hint + "; expected one of " + String.join(", ", choices));
        }
        return words.stream().distinct().toList();
    }

    /** A key that is not known, with the keys that are. */
    private String unknown(Error error) {
        String at = fragment(error).replaceFirst("/additionalProperties$", "");
        Set<String> known = schema.at(at + "/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        String key = String.valueOf(error.getProperty());
        return "'" + key + "' is not known here" + Nearest.hint(key, known) + "; expected one of "
                + String.join(", ", known);
    }

    private static String kind(Error error) {
        JsonNode node = error.getInstanceNode();
        boolean unquoted = node != null && (node.isNumber() || node.isBoolean());
        return unquoted && error.getSchemaNode().toString().contains("string")
                ? value(error) + "is no text; expected it in quotes: \"" + node.asString() + "\""
                : plain(error);
    }

    private String described(Error error) {
        String at = fragment(error).replaceFirst("/pattern$", "");
        return "expected: " + schema.at(at).path("description").asString("text like " + text(error.getSchemaNode()));
    }

    private static String fragment(Error error) {
        String location = error.getSchemaLocation().toString();
        return location.substring(location.indexOf('#') + 1);
    }

    private static String value(Error error) {
        JsonNode node = error.getInstanceNode();
        return node != null && node.isValueNode() ? "'" + node.asString() + "' " : "";
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asString() : node.toString();
    }

    /** Where it is wrong: a key that is not known is itself the place. */
    private static String place(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String inside = "/".equals(pointer) ? "" : pointer;
        return error.getKeyword().equals("additionalProperties") ? inside + "/" + error.getProperty() : inside;
    }

    /** The library's words, without the place that the complaint says by itself. */
    private static String plain(Error error) {
        String message = error.getMessage();
        int place = message.indexOf(": ");
        return message.startsWith("/") && place > 0 ? message.substring(place + 2) : message;
    }
}
