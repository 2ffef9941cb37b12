package org.caseward.normalisation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.caseward.extraction.ExtractedReport;
import org.caseward.normalisation.mapping.MappingFolder;
import org.caseward.normalisation.mapping.MappingSet;
import org.caseward.normalisation.mapping.MappingSources;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/** A changed mapping held against those in force: each report is read by both, and nothing is kept. */
public final class MappingTrial {
    private final MappingUsed tried;
    private final MappingSet before;
    private final MappingSet after;

    private MappingTrial(MappingUsed tried, MappingSet before, MappingSet after) {
        this.tried = tried;
        this.before = before;
        this.after = after;
    }

    /** A text that is no mapping, or does not fit the others. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Complaint> complaints;

        Wrong(List<Complaint> complaints) {
            super("The mapping can't be used");
            this.complaints = List.copyOf(complaints);
        }

        public List<Complaint> complaints() {
            return complaints;
        }
    }

    /**
     * How a field would differ.
     *
     * @param before the values as read by the mappings in force, none where nothing was found; likewise after
     * @param mapping id of the mapping whose rule reads it after the change, or did before
     */
    public record Difference(String field, List<String> before, List<String> after, String mapping) {
        public Difference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** {@code now-read}, {@code no-longer-read} or {@code read-otherwise}. */
        public String kind() {
            return before.isEmpty() ? "now-read" : after.isEmpty() ? "no-longer-read" : "read-otherwise";
        }

        @Override
        public String toString() {
            return "Difference[" + field + ", " + kind() + "]";
        }
    }

    /** How a report would differ. */
    public record Compared(DocumentType before, DocumentType after, List<Difference> fields) {
        public boolean differs() {
            return before != after || !fields.isEmpty();
        }
    }

    /**
     * @param id of the mapping that would be changed or added
     * @throws Wrong where the text can't be used, with all complaints
     */
    public static MappingTrial of(MappingLibrary library, String id, String text) throws Wrong {
        String file = MappingSources.file(id);
        MappingFolder.Loaded loaded = library.tried(file, text);
        MappingUsed used = loaded.used().get(file);
        if (!loaded.complaints().isEmpty() || used == null) {
            throw new Wrong(loaded.complaints());
        }
        return new MappingTrial(used, library.current(), loaded.set());
    }

    public MappingUsed tried() {
        return tried;
    }

    public Compared compare(ExtractedReport report) {
        NormalisedReport was = Normalisation.read(report, before);
        NormalisedReport would = Normalisation.read(report, after);
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(was.fields().values().keySet());
        names.addAll(would.fields().values().keySet());
        for (String name : names) {
            List<String> old = texts(was.fields(), name);
            List<String> now = texts(would.fields(), name);
            if (!old.equals(now)) {
                differences.add(new Difference(name, old, now, mapping(would.fields(), was.fields(), name)));
            }
        }
        return new Compared(was.type(), would.type(), differences);
    }

    /** What was written, where it could not be read. */
    private static List<String> texts(Fields fields, String name) {
        return fields.all(name).stream()
                .map(value -> value.value().isEmpty() ? value.raw() : value.value())
                .toList();
    }

    private static String mapping(Fields after, Fields before, String name) {
        return after.first(name)
                .or(() -> before.first(name))
                .map(FieldValue::mapping)
                .orElse("");
    }
}
