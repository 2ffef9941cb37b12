package org.caseward.bench.population;

import java.time.LocalDate;
import java.util.List;
import org.caseward.casefile.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A made-up person as they are; a file and a report may each know it otherwise. */
record Individual(
        Name name, LocalDate birth, String sex, String ssnLast4, String employeeNumber, Contact contact, int employer) {
    /**
     * @param family as borne now
     * @param former borne before; empty where it never changed
     * @param called the given name they go by: {@code given}, a short form of it, or the middle name
     */
    record Name(
            String family,
            String former,
            String given,
            String called,
            @Nullable String middle,
            @Nullable String suffix) {}

    /** @param homeBefore where they lived when the file was made; the same where they never moved */
    record Contact(PostalAddress home, PostalAddress homeBefore, String phone, String phoneBefore) {}

    Individual with(Name other) {
        return new Individual(other, birth, sex, ssnLast4, employeeNumber, contact, employer);
    }

    Individual with(Contact other) {
        return new Individual(name, birth, sex, ssnLast4, employeeNumber, other, employer);
    }

    Individual born(LocalDate date) {
        return new Individual(name, date, sex, ssnLast4, employeeNumber, contact, employer);
    }

    Individual ssn(String last4) {
        return new Individual(name, birth, sex, last4, employeeNumber, contact, employer);
    }

    Individual sexed(String other) {
        return new Individual(name, birth, other, ssnLast4, employeeNumber, contact, employer);
    }

    /** Every family name they may be found under. */
    List<String> families() {
        return name.former().isEmpty() ? List.of(name.family()) : List.of(name.family(), name.former());
    }
}
