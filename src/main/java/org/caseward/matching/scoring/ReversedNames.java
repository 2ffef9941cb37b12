package org.caseward.matching.scoring;

/** Given and family name in each other's place: both are the person's, but for a slip in one of them. */
final class ReversedNames {
    private ReversedNames() {}

    static boolean are(ReportFacts facts, KnownPerson person) {
        if (facts.prepared().families().size() != 1 || facts.prepared().givens().size() != 1) {
            return false;
        }
        String family = facts.prepared().families().getFirst().compact();
        NameForms.Given given = facts.prepared().givens().getFirst();
        String known = person.families.getFirst().compact();
        boolean givenSame = family.equals(person.given.compact()) || family.equals(person.given.first());
        boolean familySame = given.compact().equals(known);
        return (givenSame && familySame)
                || (givenSame && Alike.alike(given.compact(), known, Alike.FAMILY))
                || (familySame && Alike.alike(family, person.given.compact(), Alike.GIVEN));
    }
}
