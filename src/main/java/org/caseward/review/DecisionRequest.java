package org.caseward.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decision as {@code POST /api/reports/{id}/decision} takes it; which parts are needed depends on the action.
 *
 * @param program and {@code onClosed} go beyond the contract: see {@link Act.Accept}
 * @param from and {@code to}: for {@code move}, which the contract does not have
 */
record DecisionRequest(
        @Nullable String action,
        @Nullable List<String> caseNumbers,
        @Nullable String program,
        @Nullable Boolean onClosed,
        @Nullable String reason,
        @Nullable List<List<Integer>> pages,
        @Nullable List<String> findings,
        @Nullable String note,
        @Nullable String from,
        @Nullable String to) {
    private static final Pattern FINDING = Pattern.compile("[a-z][a-z-]{2,60}");
    private static final int LONGEST = 2_000;

    /** @throws Objection.Raised 422 saying what is missing */
    Act act() {
        return switch (Objects.requireNonNullElse(action, "")) {
            case "accept" -> accept();
            case "reject" -> new Act.Reject(words("reason", reason));
            case "split" -> new Act.Split(parts());
            case "request_more" -> requestMore();
            case "move" ->
                new Act.Move(
                        caseNumber("from", from),
                        caseNumber("to", to),
                        words("reason", reason),
                        Boolean.TRUE.equals(onClosed));
            default ->
                throw new Objection.Raised(
                        Objection.badRequest("`action` must be one of accept, reject, split, request_more, move."));
        };
    }

    private Act accept() {
        List<String> numbers = orEmpty(caseNumbers).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        return new Act.Accept(
                numbers, Optional.ofNullable(program).filter(p -> !p.isBlank()), Boolean.TRUE.equals(onClosed));
    }

    private static String caseNumber(String name, @Nullable String number) {
        if (number == null || number.isBlank()) {
            throw missing(
                    "No case is named in `" + name + "`. A move names the case the report stands on and the other.");
        }
        return number.strip();
    }

    private List<List<Integer>> parts() {
        List<List<Integer>> parts = orEmpty(pages);
        if (parts.stream().anyMatch(part -> part == null || part.isEmpty() || part.contains(null))) {
            throw missing("A part without pages can't be a report. Give each part in `pages` its page numbers.");
        }
        return parts;
    }

    private Act requestMore() {
        List<String> named = orEmpty(findings);
        String text = note == null ? "" : note.strip();
        if (named.isEmpty() && text.isEmpty()) {
            throw missing(
                    "Nothing is asked for. Name what is missing in `findings`, or write it in `note`, so that the provider hears what to send.");
        }
        if (named.stream().anyMatch(id -> id == null || !FINDING.matcher(id).matches())) {
            throw missing("`findings` takes the ids of findings, such as restriction-end-missing.");
        }
        return new Act.RequestMore(named, text.isEmpty() ? "" : words("note", text));
    }

    private static String words(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw missing("The " + name + " is missing. Say in a few words why, so that the next reader understands.");
        }
        if (text.length() > LONGEST) {
            throw missing("The " + name + " is longer than " + LONGEST + " characters. Shorten it.");
        }
        return text.strip();
    }

    private static Objection.Raised missing(String detail) {
        return new Objection.Raised(Objection.invalid(detail));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    @Override
    public String toString() {
        return "DecisionRequest[" + action + "]";
    }
}
