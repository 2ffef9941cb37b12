package org.caseward.casefile;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.caseward.casefile.MergeTable.Merge;
import org.caseward.casefile.PersonMerges.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of two people who become one or two again, and how they are written. Called inside a transaction. */
@Component
class MergeCases {
    private static final String SOURCE = "merge";

    private final JdbcClient jdbc;
    private final MergeTable table;
    private final CaseWriter writer;
    private final ApplicationEventPublisher events;

    MergeCases(JdbcClient jdbc, MergeTable table, CaseWriter writer, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.table = table;
        this.writer = writer;
        this.events = events;
    }

    /** @param files all cases of the two, with the person that each of them now is of */
    record Joined(Merge merge, List<CaseFile> files) {}

    Joined joined(String program, String survivor, String merged) {
        List<Merge> others = othersOf(program, survivor, merged);
        List<CaseFile> stays = of(program, survivor);
        List<CaseFile> goes = of(program, merged);
        Person base = others.stream()
                .map(Merge::survivorBase)
                .findFirst()
                .orElseGet(() -> stays.getFirst().person());
        Merge merge = new Merge(
                UUID.randomUUID(),
                program,
                survivor,
                merged,
                base,
                goes.getFirst().person(),
                numbers(goes));
        List<String> earlier = others.stream().flatMap(m -> m.cases().stream()).toList();
        return new Joined(
                merge,
                Stream.concat(
                                // what an earlier merge brought is that one's to tell
                                stays.stream()
                                        .filter(file -> !earlier.contains(file.caseNumber()))
                                        .map(file -> file.of(base)),
                                goes.stream())
                        .toList());
    }

    private List<Merge> othersOf(String program, String survivor, String merged) {
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
        return others;
    }

    void write(List<CaseFile> files) {
        writer.write(files, SOURCE)
                .forEach(file -> events.publishEvent(new CaseChanged(
                        file.program(), file.caseNumber(), file.person().id())));
    }

    List<CaseFile> of(String program, String person) {
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
}
