package org.caseward.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one case out of a row and collects every complaint about it; complaints name fields and never quote them. */
final class CaseReader {
    private static final int LONGEST_TEXT = 400;
    private static final Set<String> STATUSES = Set.of("open", "closed", "reopened");
    private static final Set<String> SEXES = Set.of("M", "F", "X", "U");

    private final List<String> complaints = new ArrayList<>();

    /** @param file the case; null where there are complaints */
    record Result(@Nullable CaseFile file, List<String> complaints) {}

    static Result read(ObjectNode row) {
        CaseReader reader = new CaseReader();
        CaseFile file = reader.caseFile(row);
        return new Result(reader.complaints.isEmpty() ? file : null, reader.complaints);
    }

    private CaseFile caseFile(ObjectNode row) {
        return new CaseFile(
                required(row, "", "program"),
                required(row, "", "caseNumber"),
                texts(row, "", "claimNumbers"),
                oneOf(required(row, "", "status"), "status", STATUSES),
                date(row, "", "opened"),
                date(row, "", "closed"),
                date(row, "", "injuryDate"),
                texts(row, "", "bodyParts"),
                texts(row, "", "diagnoses"),
                text(row, "", "employer"),
                text(row, "", "unit"),
                text(row, "", "coordinator"),
                person(row.get("person")),
                providers(row.get("providers")));
    }

    private Person person(@Nullable JsonNode node) {
        JsonNode person = node instanceof ObjectNode ? node : tools.jackson.databind.node.MissingNode.getInstance();
        String at = "person.";
        String sex = text(person, at, "sex");
        return new Person(
                required(person, at, "id"),
                required(person, at, "family"),
                required(person, at, "given"),
                text(person, at, "middle"),
                text(person, at, "suffix"),
                texts(person, at, "formerFamily"),
                date(person, at, "birthDate"),
                sex == null ? null : oneOf(sex, "person.sex", SEXES),
                lastFour(text(person, at, "ssnLast4")),
                text(person, at, "employeeNumber"),
                address(person.get("address")),
                texts(person, at, "phones"));
    }

    private @Nullable PostalAddress address(@Nullable JsonNode node) {
        String at = "person.address.";
        return node instanceof ObjectNode
                ? new PostalAddress(
                        text(node, at, "line"), text(node, at, "city"), text(node, at, "state"), text(node, at, "zip"))
                : null;
    }

    private List<CaseProvider> providers(@Nullable JsonNode list) {
        List<CaseProvider> providers = new ArrayList<>();
        if (list != null && list.isArray()) {
            list.forEach(p -> providers.add(new CaseProvider(
                    text(p, "providers.", "name"), text(p, "providers.", "npi"), text(p, "providers.", "fax"))));
        }
        return providers;
    }

    private String required(JsonNode node, String at, String name) {
        String text = text(node, at, name);
        if (text == null) {
            complaints.add(at + name + " is missing");
            return "";
        }
        return text;
    }

    private @Nullable String text(JsonNode node, String at, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : scalar(value, at + name);
    }

    private @Nullable String scalar(JsonNode value, String name) {
        if (!value.isString() && !value.isNumber()) {
            complaints.add(name + " is no text");
            return null;
        }
        String text = value.asString().strip();
        if (text.length() > LONGEST_TEXT) {
            complaints.add(name + " is longer than " + LONGEST_TEXT + " characters");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            complaints.add(name + " holds bytes that are no UTF-8");
        }
        return text.isEmpty() ? null : text;
    }

    private List<String> texts(JsonNode node, String at, String name) {
        JsonNode list = node.get(name);
        if (list == null || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            complaints.add(at + name + " is no list");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list) {
            String text = scalar(value, at + name);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable LocalDate date(JsonNode node, String at, String name) {
        String text = text(node, at, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            complaints.add(at + name + " is no date (YYYY-MM-DD)");
            return null;
        }
    }

    private String oneOf(String text, String name, Set<String> allowed) {
        if (!text.isEmpty() && !allowed.contains(text)) {
            complaints.add(name + " is none of "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
        return text;
    }

    private @Nullable String lastFour(@Nullable String text) {
        if (text != null && !text.matches("\\d{4}")) {
            complaints.add("person.ssnLast4 is not four digits");
        }
        return text;
    }
}
