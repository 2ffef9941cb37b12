package org.caseward.normalisation.mapping;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;

/** The names a mapping may give: those of the hub, the reserved ones that steer, and open families of names. */
public final class Vocabulary {
    /** What kind of document it is; becomes the report's type, not a field. */
    public static final String DOCUMENT_TYPE = "documentType";
    /** {@code corrected}, {@code withdrawn} or {@code announced}; with those below it becomes the report's source status, not fields. */
    public static final String STATUS_KIND = "status.kind";

    public static final String STATUS_AT = "status.at";
    public static final String STATUS_REPLACES = "status.replaces";
    /** A number by which the source knows this report itself. */
    public static final String STATUS_DOCUMENT = "status.document";
    /** Another name of this very report at its source; {@link #STATUS_DOCUMENT} several times means several parts. */
    public static final String STATUS_ALIAS = "status.alias";
    /** The source's own count of versions. */
    public static final String STATUS_VERSION = "status.version";

    /** A message's type and event, by which its mapping is chosen; read by the rules of the mapping for any message. */
    public static final String MESSAGE_CODE = "message.code";

    public static final String MESSAGE_EVENT = "message.event";

    private static final Set<String> RESERVED = Set.of(
            MESSAGE_CODE,
            MESSAGE_EVENT,
            DOCUMENT_TYPE,
            STATUS_KIND,
            STATUS_AT,
            STATUS_REPLACES,
            STATUS_DOCUMENT,
            STATUS_ALIAS,
            STATUS_VERSION);
    private static final Set<String> YES_NO = Set.of("yes", "no");
    private static final Map<String, Set<String>> CODES = Map.of(
            FieldNames.WORK_STATUS,
            Set.of("full_duty", "restricted", "off_work", "unknown"),
            FieldNames.SEX,
            Set.of("M", "F", "O", "U", "X"),
            FieldNames.MMI,
            YES_NO,
            FieldNames.SIGNATURE_PRESENT,
            YES_NO);
    private static final List<String> FAMILIES = List.of(
            "patient.alias.", "identifier.", "visit.", "order.", "observation.", "appointment.", "person.", "prior.");
    private static final Set<String> NAMES = Arrays.stream(FieldNames.class.getFields())
            .map(Vocabulary::value)
            .collect(Collectors.toCollection(TreeSet::new));

    private Vocabulary() {}

    static boolean knows(String name) {
        return NAMES.contains(name)
                || name.equals("patient.account")
                || RESERVED.contains(name)
                || FAMILIES.stream().anyMatch(name::startsWith)
                || Arrays.stream(DocumentType.values()).anyMatch(type -> name.startsWith(type.code() + "."));
    }

    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** The names that are whole words; the open families are not among them. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(NAMES);
        names.add("patient.account");
        names.addAll(RESERVED);
        names.add("patient.alias.family");
        names.add("patient.alias.given");
        return names;
    }

    static Set<String> documentTypes() {
        return Arrays.stream(DocumentType.values())
                .map(DocumentType::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the values of a field may be, where the hub itself goes by them; empty where they are open. */
    static Set<String> codes(String field) {
        return field.equals(DOCUMENT_TYPE) ? documentTypes() : CODES.getOrDefault(field, Set.of());
    }

    static String expected() {
        return String.join(", ", NAMES) + ", patient.account, " + String.join(", ", new TreeSet<>(RESERVED))
                + ", or a name that starts with " + String.join(", ", FAMILIES) + " or a document type and a dot";
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException neverForPublicOnes) {
            throw new IllegalStateException(neverForPublicOnes);
        }
    }
}
