package org.caseward.normalisation.mapping;

import java.lang.reflect.Field;
import java.util.Arrays;
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
    /** {@code corrected} or {@code withdrawn}; with the two below it becomes the report's source status, not fields. */
    public static final String STATUS_KIND = "status.kind";

    public static final String STATUS_AT = "status.at";
    public static final String STATUS_REPLACES = "status.replaces";

    /** A message's type and event, by which its mapping is chosen; read by the rules of the mapping for any message. */
    public static final String MESSAGE_CODE = "message.code";

    public static final String MESSAGE_EVENT = "message.event";

    private static final Set<String> RESERVED =
            Set.of(MESSAGE_CODE, MESSAGE_EVENT, DOCUMENT_TYPE, STATUS_KIND, STATUS_AT, STATUS_REPLACES);
    private static final Set<String> YES_NO = Set.of("yes", "no");
    private static final Map<String, Set<String>> CODES = Map.of(
            FieldNames.WORK_STATUS,
            new TreeSet<>(Set.of("full_duty", "restricted", "off_work", "unknown")),
            FieldNames.SEX,
            new TreeSet<>(Set.of("M", "F", "O", "U", "X")),
            FieldNames.MMI,
            YES_NO,
            FieldNames.SIGNATURE_PRESENT,
            YES_NO);
    private static final Set<String> FAMILIES = Set.of("patient.alias.", "identifier.");
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
                + ", or a name that starts with patient.alias., identifier. or a document type and a dot";
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException neverForPublicOnes) {
            throw new IllegalStateException(neverForPublicOnes);
        }
    }
}
