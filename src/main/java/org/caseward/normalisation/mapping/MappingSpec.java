package org.caseward.normalisation.mapping;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping file as it is written; {@code mappings/mapping.schema.json} says what may stand in it. */
record MappingSpec(
        String id,
        String version,
        Format format,
        @JsonProperty("extends") @Nullable String base,
        @Nullable AppliesTo appliesTo,
        @Nullable String documentType,
        @Nullable Map<String, String> let,
        @Nullable List<RuleSpec> fields,
        @Nullable List<EachSpec> each,
        @Nullable List<TextSpec> text,
        @Nullable String labels,
        @Nullable List<String> stops,
        @Nullable Map<String, String> tables,
        @Nullable Map<String, WordsSpec> vocabulary) {
    /** Which kind of content a file speaks of; {@code LABELS} is a list of labels that others use, {@code PROGRAM} a program's own words. */
    enum Format {
        @JsonProperty("hl7v2")
        HL7V2,
        @JsonProperty("fhir")
        FHIR,
        @JsonProperty("cda")
        CDA,
        @JsonProperty("document")
        DOCUMENT,
        @JsonProperty("labels")
        LABELS,
        @JsonProperty("program")
        PROGRAM
    }

    record AppliesTo(
            @Nullable List<String> messages,
            @Nullable List<String> resources,
            @Nullable List<String> clinicalDocuments,
            @Nullable List<String> titles,
            @Nullable List<String> anchors,
            @Nullable Integer anchorsNeeded,
            @Nullable List<String> providers,
            @Nullable List<String> programs) {}

    /**
     * @param gives several fields out of the same place, instead of name and with
     * @param fromFirst paths to try before those that the base names
     * @param drop the base's rules of this name count no more
     */
    record RuleSpec(
            @Nullable String name,
            @Nullable List<GivesSpec> gives,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> from,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> fromFirst,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> labels,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> patterns,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> onLineWith,

            @JsonProperty("as") @Nullable String template,
            @Nullable List<String> with,
            @Nullable Boolean all,
            @Nullable Boolean more,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @JsonProperty("if") @Nullable
            List<ConditionSpec> conditions,

            @JsonProperty("default") @Nullable String fallback,
            @Nullable Boolean required,
            @Nullable Boolean drop) {
        /** This rule as one for that field alone. */
        RuleSpec giving(String field, @Nullable List<String> functions) {
            return new RuleSpec(
                    field,
                    null,
                    from,
                    null,
                    labels,
                    patterns,
                    onLineWith,
                    template,
                    functions,
                    all,
                    more,
                    conditions,
                    fallback,
                    required,
                    null);
        }

        /** Whether it says by itself where its values stand; if not, it only changes what the base says of this field. */
        boolean isWhole() {
            return gives != null || from != null || labels != null || patterns != null;
        }
    }

    /** Holds where the functions make a value of what the paths, or an earlier field, give; {@code not} turns it round. */
    record ConditionSpec(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> from,

            @Nullable String field,
            @Nullable List<String> with,
            @Nullable Boolean not) {}

    /** A program's words for one field: renamed first, then limited. */
    record WordsSpec(
            @Nullable Map<String, String> rename, @Nullable List<String> only) {}

    record GivesSpec(String name, @Nullable List<String> with) {}

    record EachSpec(@Nullable String name, String over, List<RuleSpec> fields) {}

    record TextSpec(
            String from, @JsonProperty("as") @Nullable String template) {}
}
