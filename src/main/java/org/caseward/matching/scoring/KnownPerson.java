package org.caseward.matching.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Identity;
import org.caseward.casefile.MatchKeys;
import org.caseward.casefile.Names;
import org.caseward.casefile.Numbers;
import org.caseward.casefile.Person;
import org.caseward.casefile.PostalAddress;
import org.caseward.casefile.Street;
import org.jspecify.annotations.Nullable;

/** A person with all their cases in a program, made comparable once: immutable, to be kept as long as nothing of it changes. */
public final class KnownPerson {
    final NameForms.Given given;
    final List<NameForms.Family> families;
    final String middle;
    final List<String> suffixes;
    final @Nullable LocalDate birthDate;
    final List<String> sexes;
    final String ssnLast4;
    final String employee;
    final String employeeFolded;
    final List<String> phones;
    final @Nullable Street street;
    private final Person person;
    private final String program;
    private final List<CaseFacts> cases;

    private KnownPerson(String program, Person person, List<CaseFile> files) {
        this.program = program;
        this.person = person;
        given = NameForms.Given.of(person.given());
        families = Stream.concat(
                        Stream.of(NameForms.Family.of(person.family(), false)),
                        person.formerFamily().stream().map(name -> NameForms.Family.of(name, true)))
                .toList();
        middle = Names.compact(text(person.middle()));
        suffixes = Stream.of(text(person.suffix()), person.family())
                .flatMap(text -> Names.suffix(text).stream())
                .limit(1)
                .toList();
        birthDate = person.birthDate();
        sexes = Stream.of(Sex.plain(text(person.sex())))
                .filter(s -> !s.isEmpty())
                .toList();
        ssnLast4 = text(person.ssnLast4());
        employee = Numbers.plain(text(person.employeeNumber()));
        employeeFolded = Numbers.folded(employee);
        phones = person.phones().stream()
                .map(Numbers::phone)
                .filter(p -> !p.isEmpty())
                .toList();
        street = Optional.ofNullable(person.address())
                .flatMap(KnownPerson::street)
                .orElse(null);
        cases = files.stream().map(CaseFacts::of).toList();
    }

    /** @param cases of one person, one at least */
    public static KnownPerson of(List<CaseFile> cases) {
        CaseFile any = cases.getFirst();
        return new KnownPerson(any.program(), any.person(), cases);
    }

    /** Puts the cases of each person together, in the order in which people first come. */
    public static List<KnownPerson> group(Collection<CaseFile> cases) {
        Map<String, List<CaseFile>> people = new LinkedHashMap<>();
        for (CaseFile file : cases) {
            people.computeIfAbsent(file.program() + "\n" + file.person().id(), id -> new ArrayList<>(2))
                    .add(file);
        }
        return people.values().stream().map(KnownPerson::of).toList();
    }

    public String program() {
        return program;
    }

    public Person person() {
        return person;
    }

    public List<CaseFacts> cases() {
        return cases;
    }

    /** The keys by which a report finds this person: of the person and of all cases. */
    public Set<Long> keys() {
        Set<Long> keys = new LinkedHashSet<>(MatchKeys.of(Identity.of(person)));
        cases.forEach(c -> keys.addAll(MatchKeys.of(c.file())));
        return keys;
    }

    private static Optional<Street> street(PostalAddress address) {
        return Street.of(address);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return "KnownPerson[" + program + "]";
    }
}
