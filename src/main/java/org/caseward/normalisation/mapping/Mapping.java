package org.caseward.normalisation.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.normalisation.MappingUsed;
import org.caseward.report.DocumentType;

/**
 * A mapping, compiled, with what it took over from its base.
 *
 * @param used this file first, then those it extends and the list of labels it uses
 * @param text where free text stands in which labels are looked for
 * @param labelled rules that find their values by labels or patterns: this mapping's own, then those of its list of labels
 * @param labels every label it looks for, those that only end another label's value among them
 */
public record Mapping(
        String id,
        MappingSpec.Format format,
        List<MappingUsed> used,
        Applies applies,
        Optional<DocumentType> documentType,
        List<Rule> rules,
        List<Each> each,
        List<Path> text,
        List<Rule> labelled,
        LabelIndex labels) {
    public Mapping {
        used = List.copyOf(used);
        rules = List.copyOf(rules);
        each = List.copyOf(each);
        text = List.copyOf(text);
        labelled = List.copyOf(labelled);
    }

    /**
     * When a mapping serves.
     *
     * @param clinicalDocuments template ids or type codes (LOINC) of clinical documents, or {@code *}
     * @param providers whose reports alone it is for; empty where it is for everybody's
     * @param programs whose reports alone it is for; likewise
     */
    public record Applies(
            List<String> messages,
            List<String> resources,
            List<String> clinicalDocuments,
            LabelIndex titles,
            LabelIndex anchors,
            int anchorsNeeded,
            List<String> providers,
            List<String> programs) {
        public static final Applies NEVER = new Applies(
                List.of(), List.of(), List.of(), LabelIndex.EMPTY, LabelIndex.EMPTY, 0, List.of(), List.of());

        /** What chooses it: message types, resources or kinds of clinical document, by its format. */
        List<String> names() {
            return Stream.of(messages, resources, clinicalDocuments)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Rules applied to each place that {@code over} finds; an extending file replaces a block by giving one of the same name. */
    public record Each(Optional<String> name, Path over, List<Rule> rules) {}

    /** Whether it is for everybody's reports. */
    boolean isForAll() {
        return applies.providers().isEmpty() && applies.programs().isEmpty();
    }

    boolean serves(String program, String provider) {
        return (applies.providers().isEmpty() || applies.providers().contains(provider))
                && (applies.programs().isEmpty() || applies.programs().contains(program));
    }
}
