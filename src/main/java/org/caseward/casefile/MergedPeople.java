package org.caseward.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.casefile.MergeTable.Merge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what a feed says of two people who were merged as one: a feed that knows nothing of the merge neither undoes it nor is lost. The one who stays is known by what
 * the feed says of both: the other's family name becomes a former one, the phones are put together, and what the one lacks the other gives.
 */
@Component
class MergedPeople {
    private final MergeTable table;

    MergedPeople(MergeTable table) {
        this.table = table;
    }

    /** The same cases, with the person they hang on by the merges that hold. */
    List<CaseFile> applied(List<CaseFile> fed) {
        Set<String> programs = fed.stream().map(CaseFile::program).collect(Collectors.toSet());
        Set<String> people = fed.stream().map(file -> file.person().id()).collect(Collectors.toSet());
        List<Merge> merges = new ArrayList<>(table.active(programs, people));
        if (merges.isEmpty()) {
            return fed;
        }
        for (CaseFile file : fed) {
            merges.replaceAll(merge -> merge.concerns(file) ? merge.told(file) : merge);
        }
        merges.forEach(table::update);
        return fed.stream().map(file -> applied(file, merges)).toList();
    }

    private static CaseFile applied(CaseFile file, List<Merge> merges) {
        Optional<Merge> any =
                merges.stream().filter(merge -> merge.concerns(file)).findFirst();
        if (any.isEmpty()) {
            return file;
        }
        Person one = any.get().survivorBase();
        for (Merge merge : merges) {
            if (merge.program().equals(file.program()) && merge.survivor().equals(one.id())) {
                one = together(one, merge.mergedBase());
            }
        }
        return file.of(one);
    }

    static Person together(Person stays, Person goes) {
        Set<String> former = new LinkedHashSet<>(stays.formerFamily());
        Stream.concat(Stream.of(goes.family()), goes.formerFamily().stream())
                .filter(name -> !Names.compact(name).equals(Names.compact(stays.family())))
                .forEach(former::add);
        Set<String> phones = new LinkedHashSet<>(stays.phones());
        phones.addAll(goes.phones());
        return new Person(
                stays.id(),
                stays.family(),
                stays.given(),
                or(stays.middle(), goes.middle()),
                or(stays.suffix(), goes.suffix()),
                List.copyOf(former),
                or(stays.birthDate(), goes.birthDate()),
                or(stays.sex(), goes.sex()),
                or(stays.ssnLast4(), goes.ssnLast4()),
                or(stays.employeeNumber(), goes.employeeNumber()),
                or(stays.address(), goes.address()),
                List.copyOf(phones));
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
