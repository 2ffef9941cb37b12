package org.caseward.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.report.Missing;

/** What the validator complains of, in words for a clinic. Its own texts quote values of the resource, so nothing of them is handed on but the element's path. */
final class ProfileWords {
    private static final int MOST = 20;
    /** {@code Patient.identifier: minimum required = 1, but only found 0 (from http://…)} */
    private static final Pattern MINIMUM =
            Pattern.compile("^(?:Slice ')?([A-Z][A-Za-z0-9]*(?:\\.[A-Za-z0-9\\[\\]:]+)*)[^:]*: .*minimum required");

    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*\\*/");
    private static final Map<String, String> NAMES = Map.of(
            "Patient.identifier",
                    "A number that identifies the patient (record number, employee number or the like) is missing.",
            "Patient.gender", "The patient's sex is missing.",
            "Patient.name", "The patient's name is missing.",
            "Patient.birthDate", "The patient's date of birth is missing.",
            "Condition.code", "A diagnosis without its code or words is given.",
            "DocumentReference.type", "The kind of document is missing.");

    /** {@code … in the value set 'US Core …' (http://…|6.1.0) …} */
    private static final Pattern VALUE_SET = Pattern.compile("value set '[^']*' \\((https?://[^|)\\s]+)");

    private ProfileWords() {}

    /**
     * Errors only: warnings and hints keep no report from its level.
     *
     * @param decidable whether the members of a value set are known here; where they are not, that a code is none of them is no error
     */
    static List<Missing> of(List<SingleValidationMessage> messages, Predicate<String> decidable) {
        return messages.stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .filter(message -> valueSet(message).map(decidable::test).orElse(true))
                .map(ProfileWords::words)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Missing words(SingleValidationMessage message) {
        return lacking(message)
                .map(path -> new Missing(
                        "profile-element-missing",
                        Optional.ofNullable(NAMES.get(path))
                                .orElse("The element " + path + " is required by the profile and missing.")))
                .orElseGet(() -> new Missing(
                        "profile-not-met",
                        "What stands at " + place(message) + " does not keep to the profile" + rule(message) + "."));
    }

    private static Optional<String> valueSet(SingleValidationMessage message) {
        Matcher named =
                VALUE_SET.matcher(Optional.ofNullable(message.getMessage()).orElse(""));
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static Optional<String> lacking(SingleValidationMessage message) {
        Matcher minimum =
                MINIMUM.matcher(Optional.ofNullable(message.getMessage()).orElse(""));
        return minimum.find() ? Optional.of(minimum.group(1)) : Optional.empty();
    }

    private static String place(SingleValidationMessage message) {
        String place = Optional.ofNullable(message.getLocationString()).orElse("");
        String bare = COMMENT.matcher(place).replaceAll("").replace("..", ".");
        return bare.matches("[A-Za-z0-9.\\[\\]():_$-]+") ? bare : "one of its elements";
    }

    /** The validator's stable name of the rule, e.g. {@code Terminology_TX_NoValid_1}. */
    private static String rule(SingleValidationMessage message) {
        String id = Optional.ofNullable(message.getMessageId()).orElse("").replaceFirst("^.*#", "");
        return id.matches("[A-Za-z0-9_./:-]{1,80}") ? " (" + id + ")" : "";
    }
}
