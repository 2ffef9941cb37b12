package org.caseward.normalisation.mapping;

import java.util.Set;
import org.caseward.normalisation.functions.Nearest;
import org.caseward.normalisation.mapping.MappingSpec.RuleSpec;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;

/** What the schema can't say about a rule. */
record Checks(MappingFile file, Complaints complaints) {
    private static final Set<String> MAY_DEFAULT =
            Set.of(Vocabulary.DOCUMENT_TYPE, FieldNames.EMPLOYER, FieldNames.UNIT);

    static Checks of(MappingFile file, Complaints complaints) {
        return new Checks(file, complaints);
    }

    void rule(RuleSpec spec, String name, String pointer) {
        field(name, pointer + "/name");
        if (spec.fallback() != null) {
            fallback(name, spec.fallback(), pointer + "/default");
        }
        if (spec.isWhole() && (spec.fromFirst() != null || spec.drop() != null)) {
            complaints.add(
                    file,
                    pointer,
                    "fromFirst and drop change what the base says of a field; expected none of from, labels, patterns, gives beside them");
        }
        if (!spec.isWhole() && file.spec().base() == null) {
            complaints.add(
                    file,
                    pointer,
                    "'" + name
                            + "' does not say where its value stands; expected from, labels or patterns (only a mapping with extends may leave them out)");
        }
        if (spec.from() == null && spec.isWhole() && looksAtPaths(spec)) {
            complaints.add(
                    file,
                    pointer + "/if",
                    "labels and patterns know no paths; expected field: the name of an earlier field");
        }
    }

    void field(String name, String pointer) {
        if (!Vocabulary.knows(name)) {
            complaints.add(
                    file,
                    pointer,
                    "'" + name + "' is no field of the vocabulary" + Nearest.hint(name, Vocabulary.names())
                            + "; expected " + Vocabulary.expected());
        }
    }

    private static boolean looksAtPaths(RuleSpec spec) {
        return RuleCompiler.orNone(spec.conditions()).stream().anyMatch(condition -> condition.from() != null);
    }

    /** What a report does not say of a person or a case must never be supposed. */
    private void fallback(String name, String value, String pointer) {
        boolean typeSpecific =
                java.util.Arrays.stream(DocumentType.values()).anyMatch(type -> name.startsWith(type.code() + "."));
        if (!MAY_DEFAULT.contains(name) && !name.startsWith("provider.") && !typeSpecific) {
            complaints.add(
                    file,
                    pointer,
                    "'" + name
                            + "' may not be supposed; expected a default only for documentType, employer, unit, provider.… and <document type>.…,"
                            + " which are the same in all that a sender sends");
        }
        if (name.equals(Vocabulary.DOCUMENT_TYPE) && DocumentType.of(value).isEmpty()) {
            complaints.add(
                    file,
                    pointer,
                    "'" + value + "' is no document type" + Nearest.hint(value, Vocabulary.documentTypes())
                            + "; expected one of " + String.join(", ", Vocabulary.documentTypes()));
        }
    }
}
