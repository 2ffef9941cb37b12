package org.caseward.bench.population;

import java.util.List;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;

/** People on file who belong together, or are easily taken for each other. */
record Household(List<Member> members) {
    enum Kind {
        SINGLE(1),
        COUPLE(2),
        RELATIVES(2),
        TWINS(2),
        GENERATIONS(2),
        NAMESAKES(2),
        TWICE(2);

        final int size;

        Kind(int size) {
            this.size = size;
        }
    }

    /**
     * @param filed the person as on file
     * @param injuries one for each case, in the same order
     */
    record Member(Individual individual, Person filed, List<CaseFile> cases, List<Injury> injuries) {}
}
