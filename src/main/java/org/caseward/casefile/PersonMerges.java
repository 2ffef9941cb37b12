package org.caseward.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.caseward.casefile.MergeTable.Merge;
import org.caseward.report.AuditedAct;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people of a program are found to be one (as HL7's ADT^A40 would say it), or were taken for one by mistake. Cases move with them, waiting reports are matched again,
 * and the audit keeps both. Whether somebody may do this was asked before.
 */
@Component
public class PersonMerges {
    private static final String SOURCE = "merge";

    /** Why it can't be done, in words for who asked. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words, null, false, false);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    private final JdbcClient jdbc;
    private final MergeTable table;
    private final CaseWriter writer;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PersonMerges(
            JdbcClient jdbc,
            MergeTable table,
            CaseWriter writer,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.table = table;
        this.writer = writer;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * From now on the cases of {@code merged} are those of {@code survivor}.
     *
     * @throws Refused where one of them is not there, or has part in another merge that has to be undone first
     */
    public UUID merge(String program, String survivor, String merged, String reason, String by) {
        try {
            UUID id = transaction.execute(status -> merged(program, survivor, merged, reason, by));
            return java.util.Objects.requireNonNull(id);
        } catch (DuplicateKeyException e) {
            throw new Refused("Person " + merged + " was merged into somebody a moment ago.");
        }
    }

    private UUID merged(String program, String survivor, String merged, String reason, String by) {
        if (survivor.equals(merged)) {
            throw new Refused("Both are the same person already. Name two.");
        }
        List<Merge> others = table.active(List.of(program), List.of(survivor, merged));
        if (others.stream()
                .anyMatch(m -> m.merged().equals(survivor)
                        || m.merged().equals(merged)
                        || m.survivor().equals(merged))) {
            throw new Refused(
                    "One of the two has part in another merge. Undo that one first, or name the person who stayed.");
        }
        List<CaseFile> stays = cases(program, survivor);
        List<CaseFile> goes = cases(program, merged);
        Person base = others.stream()
                .map(Merge::survivorBase)
                .findFirst()
                .orElseGet(() -> stays.getFirst().person());
        UUID id = table.add(
                new Merge(
                        UUID.randomUUID(),
                        program,
                        survivor,
                        merged,
                        base,
                        goes.getFirst().person(),
                        numbers(goes)),
                by,
                reason);
        List<String> earlier = others.stream().flatMap(m -> m.cases().stream()).toList();
        write(Stream.concat(
                        // what an earlier merge brought is that one's to tell
                        stays.stream()
                                .filter(file -> !earlier.contains(file.caseNumber()))
                                .map(file -> file.of(base)),
                        goes.stream())
                .toList());
        audit(by, "people-merged", program, survivor, "took in " + merged);
        audit(by, "people-merged", program, merged, "went into " + survivor);
        return id;
    }

    /**
     * They are two people again, each with the cases that the feed gives them.
     *
     * @throws Refused where no such merge holds
     */
    public void undo(String program, UUID id, String reason, String by) {
        transaction.executeWithoutResult(status -> {
            Merge merge = table.find(program, id)
                    .orElseThrow(() ->
                            new Refused("No such merge holds in program " + program + ". It may be undone already."));
            List<CaseFile> both = cases(program, merge.survivor());
            table.undo(id, by, reason);
            List<String> earlier = table.active(List.of(program), List.of(merge.survivor())).stream()
                    .flatMap(m -> m.cases().stream())
                    .toList();
            write(both.stream()
                    .filter(file -> !earlier.contains(file.caseNumber()))
                    .map(file -> file.of(
                            merge.cases().contains(file.caseNumber()) ? merge.mergedBase() : merge.survivorBase()))
                    .toList());
            audit(by, "merge-undone", program, merge.survivor(), "gave back " + merge.merged());
            audit(by, "merge-undone", program, merge.merged(), "came out of " + merge.survivor());
        });
    }

    private void write(List<CaseFile> files) {
        writer.write(files, SOURCE)
                .forEach(file -> events.publishEvent(new CaseChanged(
                        file.program(), file.caseNumber(), file.person().id())));
    }

    private List<CaseFile> cases(String program, String person) {
        List<CaseFile> found = jdbc.sql("select " + CaseRows.COLUMNS + """
                         from case_file c join person p on p.program = c.program and p.id = c.person_id
                        where c.program = ? and c.person_id = ? order by c.case_number for update of c""")
                .params(program, person)
                .query((row, n) -> CaseRows.caseFile(row, CaseRows.person(row)))
                .list();
        if (found.isEmpty()) {
            throw new Refused(
                    "No person " + person + " with a case is known in program " + program + ". Check the identifier.");
        }
        return found;
    }

    private static List<String> numbers(List<CaseFile> files) {
        return files.stream().map(CaseFile::caseNumber).toList();
    }

    private void audit(String by, String act, String program, String person, String detail) {
        events.publishEvent(new AuditedAct(by, act, program + "/person/" + person, Optional.of(program), detail));
    }
}
