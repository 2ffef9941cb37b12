package org.caseward.register;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a report names, as far as it takes to see that two versions of one report speak of the same person. */
public record PersonNamed(Set<String> families, Set<String> birthDates, Set<String> recordNumbers) {
    public PersonNamed {
        families = plain(families);
        birthDates = plain(birthDates);
        recordNumbers = plain(recordNumbers);
    }

    private static Set<String> plain(Set<String> texts) {
        return texts.stream()
                .map(text -> text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Two of name, birth date and record number agree, or one does and nothing else is known to compare. A sender that uses a number twice must cost nobody a report. */
    public boolean isSameAs(PersonNamed other) {
        int agree = 0;
        int differ = 0;
        int[] verdicts = {
            verdict(families, other.families),
            verdict(birthDates, other.birthDates),
            verdict(recordNumbers, other.recordNumbers)
        };
        for (int verdict : verdicts) {
            agree += verdict > 0 ? 1 : 0;
            differ += verdict < 0 ? 1 : 0;
        }
        return agree >= 2 || agree == 1 && differ == 0;
    }

    private static int verdict(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        return Collections.disjoint(some, others) ? -1 : 1;
    }

    @Override
    public String toString() {
        return "PersonNamed";
    }
}
