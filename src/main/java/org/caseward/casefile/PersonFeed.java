package org.caseward.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.casefile.MergeTable.Merge;
import org.caseward.report.AuditedAct;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes news of people (HL7's ADT) into the mirror, from sources that are set as authoritative and from nobody else. Called inside the transaction that records the message.
 * A merge is only proposed: a person confirms it.
 */
@Component
public class PersonFeed {
    private final NewsSource sources;
    private final PersonMerges merges;
    private final MergeTable table;
    private final CaseWriter writer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PersonFeed(
            NewsSource sources,
            PersonMerges merges,
            MergeTable table,
            CaseWriter writer,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.sources = sources;
        this.merges = merges;
        this.table = table;
        this.writer = writer;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What became of news. */
    public sealed interface Taken {
        /** No news of a person, or not from a source that may tell it: the message is a report like any other. */
        record NotHere() implements Taken {}

        /** It is in the mirror, or was known already. {@code words} for the message's story. */
        record Done(String words) implements Taken {}

        /** A person has to look. */
        record Ask(String words) implements Taken {}
    }

    public Taken take(PersonNews news) {
        if (!news.isUpdate() && !news.isMerge()) {
            return new Taken.NotHere();
        }
        Optional<NewsSource.Authority> authority = sources.authority(news);
        if (authority.isEmpty()) {
            return new Taken.NotHere();
        }
        List<String> people = authority.get().people(news.fields());
        if (people.size() != 1 || news.at().isEmpty()) {
            return new Taken.Ask(
                    people.size() == 1
                            ? "The source does not say when this happened, so it can't be put in order with what is known. Nothing was changed; ask the source for EVN-2."
                            : "The message does not name exactly one person by the number that is set for this source ("
                                    + authority.get().number() + "). Nothing was changed; look whose it is.");
        }
        return news.isMerge()
                ? merge(news, people.getFirst(), authority.get().merged(news.fields()))
                : update(news, people.getFirst(), news.at().get());
    }

    private Taken merge(PersonNews news, String survivor, List<String> merged) {
        if (merged.size() != 1) {
            return new Taken.Ask(
                    "The message merges two people and does not name exactly one who goes. Nothing was changed; ask the source.");
        }
        List<String> proposed = news.programs().stream()
                .filter(program -> merges.propose(new ReportedMerge(
                                program,
                                survivor,
                                merged.getFirst(),
                                news.connection(),
                                news.controlId(),
                                news.at().orElseThrow()))
                        .isPresent())
                .toList();
        return new Taken.Ask(
                proposed.isEmpty()
                        ? "The source merges two people; that is known already, or was answered by a supervisor. Nothing was changed."
                        : "The source merges two people. Nothing was changed: it waits as a proposal until a supervisor of the program confirms or refuses it; then reject this message.");
    }

    private Taken update(PersonNews news, String person, Instant at) {
        List<Known> known = news.programs().stream()
                .map(program -> new Known(program, cases(program, person)))
                .filter(one -> !one.files().isEmpty())
                .toList();
        if (!known.stream().allMatch(one -> one.told(news).isSame())) {
            return new Taken.Ask(
                    "The message gives the person of this number another name and birth date than the case file knows. Nothing was changed; it may be about somebody else: ask the source.");
        }
        for (Known one : known) {
            if (isNewest(news, one.program(), person, at)) {
                write(news, one.files(), one.told(news).after());
            }
        }
        return new Taken.Done(
                known.isEmpty()
                        ? "It tells of a person who has no case here: nothing to change."
                        : "Its news of the person is in the case file of "
                                + String.join(
                                        ", ", known.stream().map(Known::program).toList()) + ".");
    }

    /** @param files all cases of the person in that program */
    private record Known(String program, List<CaseFile> files) {
        ToldPerson told(PersonNews news) {
            return new ToldPerson(files.getFirst().person(), news.fields());
        }
    }

    /** All cases that are the person's by the feed, with the person as the feed last gave them, whoever they hang on now. */
    private List<CaseFile> cases(String program, String person) {
        List<Merge> active = table.active(List.of(program), List.of(person));
        Optional<Merge> gone =
                active.stream().filter(merge -> merge.merged().equals(person)).findFirst();
        String holder = gone.map(Merge::survivor).orElse(person);
        List<String> brought =
                active.stream().flatMap(merge -> merge.cases().stream()).toList();
        Optional<Person> base = gone.map(Merge::mergedBase)
                .or(() -> active.stream()
                        .filter(merge -> merge.survivor().equals(person))
                        .map(Merge::survivorBase)
                        .findFirst());
        return jdbc
                .sql("select " + CaseRows.COLUMNS + """
                         from case_file c join person p on p.program = c.program and p.id = c.person_id
                        where c.program = ? and c.person_id = ? order by c.case_number for update of c""")
                .params(program, holder)
                .query((row, n) -> CaseRows.caseFile(row, CaseRows.person(row)))
                .list()
                .stream()
                .filter(file -> gone.isPresent()
                        ? gone.get().cases().contains(file.caseNumber())
                        : !brought.contains(file.caseNumber()))
                .map(file -> base.map(file::of).orElse(file))
                .toList();
    }

    /** Keeps the moment where it is the newest that this source has told of the person. */
    private boolean isNewest(PersonNews news, String program, String person, Instant at) {
        return jdbc.sql("""
                        insert into person_news as n (program, person_id, connection, at, report) values (?, ?, ?, ?, ?)
                        on conflict (program, person_id, connection) do update set at = excluded.at, report = excluded.report
                        where n.at < excluded.at""")
                        .params(program, person, news.connection(), Timestamp.from(at), news.report())
                        .update()
                == 1;
    }

    private void write(PersonNews news, List<CaseFile> files, Person after) {
        String source = "adt:" + news.connection();
        List<CaseFile> changed =
                writer.write(files.stream().map(file -> file.of(after)).toList(), source);
        changed.forEach(file -> events.publishEvent(
                new CaseChanged(file.program(), file.caseNumber(), file.person().id())));
        if (!changed.isEmpty()) {
            String program = files.getFirst().program();
            events.publishEvent(new AuditedAct(
                    source,
                    "person-changed",
                    program + "/person/" + after.id(),
                    Optional.of(program),
                    "by message " + news.controlId()));
        }
    }

    /** What the mirror holds of somebody, in one list. */
    static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
