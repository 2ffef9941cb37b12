package org.caseward.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.caseward.register.SourceVersion;
import org.caseward.register.SourceVersions;
import org.caseward.register.VersionChain;
import org.caseward.register.VersionStanding;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one version of a report changes in the others, read inside a transaction of the staff desk. */
@Component
class VersionChanges {
    /**
     * @param kind {@code original}, {@code corrected}, {@code withdrawn} or {@code announced}
     * @param earlier what it takes the place of, with what would change
     * @param newer what takes its place
     */
    record Shown(String kind, List<Earlier> earlier, List<Newer> newer) {
        static final Shown NOTHING = new Shown("original", List.of(), List.of());

        public boolean withdraws() {
            return kind.equals("withdrawn");
        }

        /** The cases on which accepting it has its effect. */
        public List<String> cases() {
            return earlier.stream()
                    .flatMap(one -> one.cases().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        public boolean isEmpty() {
            return earlier.isEmpty() && newer.isEmpty();
        }
    }

    /** @param cases on which it is filed */
    record Earlier(UUID reportId, String receipt, String state, List<String> cases, List<Change> changes) {}

    record Newer(UUID reportId, String receipt, String state, String kind) {}

    /** One field; either list may be empty. */
    record Change(String field, List<String> was, List<String> becomes) {
        @Override
        public String toString() {
            return "Change[" + field + "]";
        }
    }

    private final ReportJson json;

    VersionChanges(ReportJson json) {
        this.json = json;
    }

    Shown of(JdbcClient desk, DeskReport report) {
        return SourceVersions.chain(desk, report.id())
                .map(chain -> shown(desk, report, chain))
                .orElse(Shown.NOTHING);
    }

    /** The cases on which the versions are filed that this one takes the place of; empty where there are none. */
    List<String> casesOfEarlier(JdbcClient desk, DeskReport report) {
        return of(desk, report).cases();
    }

    private Shown shown(JdbcClient desk, DeskReport report, VersionChain chain) {
        SourceVersion version = chain.subject().version();
        boolean withdraws = version.kind() == SourceVersion.Kind.WITHDRAWN;
        return new Shown(
                version.kind().name().toLowerCase(java.util.Locale.ROOT),
                chain.earlier().stream()
                        .map(one -> earlier(desk, withdraws ? Optional.empty() : Optional.of(report.fields()), one))
                        .toList(),
                chain.newer().stream().map(VersionChanges::newer).toList());
    }

    private Earlier earlier(JdbcClient desk, Optional<Fields> becomes, VersionStanding one) {
        UUID id = one.version().report().value();
        return new Earlier(
                id,
                one.receipt(),
                one.state().code(),
                one.isFiled() ? Moving.filedOn(desk, id) : List.of(),
                becomes.map(fields -> changes(fields(desk, id), fields)).orElse(List.of()));
    }

    private static Newer newer(VersionStanding one) {
        return new Newer(
                one.version().report().value(),
                one.receipt(),
                one.state().code(),
                one.version().kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private Fields fields(JdbcClient desk, UUID report) {
        return desk.sql("select fields::text from hub.report where id = ?")
                .param(report)
                .query(String.class)
                .optional()
                .map(stored -> json.fields(json.tree(stored)))
                .orElse(Fields.of(java.util.Map.of()));
    }

    private static List<Change> changes(Fields before, Fields after) {
        TreeSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            List<String> was = texts(before, name);
            List<String> becomes = texts(after, name);
            if (!was.equals(becomes)) {
                changes.add(new Change(name, was, becomes));
            }
        }
        return List.copyOf(changes);
    }

    private static List<String> texts(Fields fields, String name) {
        return fields.all(name).stream()
                .map(FieldValue::value)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
