package org.caseward.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;
import org.caseward.report.FieldNames;
import org.jspecify.annotations.Nullable;

/** A seeded agency with twins, Jr and Sr, namesakes and people with several cases; and reports on them with the faults of real mail. */
final class SimulatedAgency {
    static final String PROGRAM = "mt-sim";
    private static final String[] FAMILIES =
            ("Abbott,Becker,Castillo,Dawson,Eriksen,Fischer,Gallo,Hayes,Ibarra,Jensen,Kowalski,Lopez,"
                            + "Mercer,Novak,O'Hara,Petrov,Quinn,Ramos,Schmidt,Torres,Underwood,Vega,Walsh,Xiong,Young,Zimmer,Smith,Johnson,"
                            + "Garcia-Lund,de la Cruz,Stone,Rivers,Field,Marsh,Wood,Hill,Lake,Brook,Snow,Frost")
                    .split(",");
    private static final String[] GIVENS =
            ("William,Robert,James,Michael,Anthony,Thomas,Daniel,Steven,Edward,Kenneth,Elizabeth,Margaret,"
                            + "Patricia,Jennifer,Susan,Deborah,Victoria,Christine,Theresa,Rebecca,Omar,Inez,Vera,Hugh,Ruth,Nora,Luis,Mei,Ana,Igor")
                    .split(",");
    private static final String[] SHORT =
            ("Bill,Bob,Jim,Mike,Tony,Tom,Dan,Steve,Ed,Ken,Liz,Peggy,Pat,Jenny,Sue,Deb,Vicky,Chris,Terry,Becky")
                    .split(",");
    private static final String[] PARTS = {
        "left knee", "right knee", "left shoulder", "right shoulder", "low back", "neck", "right wrist", "left ankle"
    };

    private final RandomGenerator random;
    final List<CaseFile> cases = new ArrayList<>();

    /** @param truth the case that the report belongs to; null for a person we do not know */
    record Sent(ReportFixtures report, @Nullable CaseFile truth) {}

    SimulatedAgency(RandomGenerator random, int people) {
        this.random = random;
        Person last = person(0, null);
        for (int i = 0; i < people; i++) {
            Person person = random.nextInt(100) < 4 ? relative(i, last) : person(i, null);
            last = person;
            int count = random.nextInt(100) < 25 ? 2 : 1;
            for (int n = 0; n < count; n++) {
                cases.add(caseOf(person));
            }
        }
    }

    private Person person(int i, @Nullable String suffix) {
        return born(
                i,
                pick(FAMILIES),
                pick(GIVENS),
                suffix,
                LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)));
    }

    /** A twin, or a father or son of the same name. */
    private Person relative(int i, Person of) {
        LocalDate birth = of.birthDate();
        if (birth == null || random.nextBoolean()) {
            return born(i, of.family(), pick(GIVENS), null, birth == null ? LocalDate.EPOCH : birth);
        }
        return born(i, of.family(), of.given(), random.nextBoolean() ? "Sr" : null, birth.minusDays(9_000));
    }

    private Person born(int i, String family, String given, @Nullable String suffix, LocalDate birth) {
        return new Person(
                "P" + i,
                family,
                given,
                null,
                suffix,
                List.of(),
                random.nextInt(100) < 3 ? null : birth,
                random.nextBoolean() ? "F" : "M",
                String.format(Locale.ROOT, "%04d", random.nextInt(10_000)),
                "E-" + (10_000 + i),
                null,
                List.of());
    }

    private CaseFile caseOf(Person person) {
        int n = cases.size();
        return CaseFixtures.caseOf(
                PROGRAM,
                String.format(Locale.ROOT, "IOD-2026-%06d", 100_000 + n * 7),
                random.nextInt(100) < 10 ? "closed" : "open",
                person,
                LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600)).toString(),
                pick(PARTS),
                String.format(Locale.ROOT, "WC-88-%06d", 200_000 + n * 3));
    }

    Sent send() {
        CaseFile truth = cases.get(random.nextInt(cases.size()));
        return chance(4) ? stranger(truth) : known(truth);
    }

    private Sent known(CaseFile truth) {
        ReportFixtures report = ReportFixtures.reportOn(truth);
        fault(report, truth);
        return new Sent(report, truth);
    }

    /** Somebody unknown, whose report carries the number of a case we know or one near it. */
    private Sent stranger(CaseFile numbered) {
        LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
        ReportFixtures report = ReportFixtures.reportOn(caseOf(born(0, pick(FAMILIES), pick(GIVENS), null, birth)));
        faultyNumber(report, numbered);
        return new Sent(report, null);
    }

    private void fault(ReportFixtures report, CaseFile truth) {
        faultyNumber(report, truth);
        faultyName(report, truth.person());
        faultyBirthDate(report, truth.person().birthDate());
        if (chance(40)) {
            report.without(FieldNames.INJURY_DATE);
        }
        if (chance(50)) {
            report.with(FieldNames.BODY_PART, truth.bodyParts().getFirst());
        }
        if (chance(30)) {
            report.without(FieldNames.SEX).without(FieldNames.SUFFIX);
        }
    }

    private void faultyNumber(ReportFixtures report, CaseFile truth) {
        CaseFile other = cases.get(random.nextInt(cases.size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> report.without(FieldNames.CLAIM_NUMBER);
            case 3 -> report.with(FieldNames.CLAIM_NUMBER, other.caseNumber());
            case 4 -> report.with(FieldNames.CLAIM_NUMBER, truth.caseNumber().replace('0', 'O'));
            case 5 -> report.with(FieldNames.CLAIM_NUMBER, next(truth).caseNumber());
            case 6 -> report.with(FieldNames.CLAIM_NUMBER, truth.caseNumber(), other.caseNumber());
            case 7 -> report.with(FieldNames.CLAIM_NUMBER, truth.claimNumbers().getFirst());
            default -> report.with(FieldNames.CLAIM_NUMBER, truth.caseNumber());
        }
    }

    /** The neighbour in the list: often another case of the same person, a twin's or a father's. */
    private CaseFile next(CaseFile file) {
        return cases.get((cases.indexOf(file) + 1) % cases.size());
    }

    private void faultyName(ReportFixtures report, Person person) {
        switch (random.nextInt(20)) {
            case 0 -> report.with(FieldNames.FAMILY, typo(person.family()));
            case 1 -> report.with(FieldNames.GIVEN, typo(person.given()));
            case 2 -> report.with(FieldNames.FAMILY, pick(FAMILIES));
            case 3 -> report.with(FieldNames.GIVEN, person.given().substring(0, 1));
            case 4, 5 -> report.with(FieldNames.GIVEN, shortName(person.given()));
            case 6 -> report.with(FieldNames.FAMILY, person.given()).with(FieldNames.GIVEN, person.family());
            default -> report.with(FieldNames.FAMILY, person.family().toUpperCase(Locale.ROOT));
        }
    }

    private void faultyBirthDate(ReportFixtures report, @Nullable LocalDate birth) {
        if (birth == null) {
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> report.without(FieldNames.BIRTH_DATE);
            case 1 ->
                report.with(
                        FieldNames.BIRTH_DATE,
                        birth.plusYears(random.nextInt(3) - 1).toString());
            case 2 ->
                report.with(
                        FieldNames.BIRTH_DATE,
                        birth.withDayOfMonth(1 + random.nextInt(12)).toString());
            default -> {}
        }
    }

    private static String shortName(String given) {
        for (int i = 0; i < SHORT.length; i++) {
            if (GIVENS[i].equals(given)) {
                return SHORT[i];
            }
        }
        return given;
    }

    private String typo(String name) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
