package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.caseward.bench.population.Household.Member;
import org.caseward.bench.population.Truth.Number;
import org.caseward.casefile.CaseFile;
import org.caseward.report.FieldNames;

/** Writes the claim number on a report: mostly the right one. */
final class NumberOnPaper {
    private final Paper paper;
    private final Population population;
    private final Mix mix;
    private final RandomGenerator random;

    NumberOnPaper(Paper paper, Population population, Mix mix, RandomGenerator random) {
        this.paper = paper;
        this.population = population;
        this.mix = mix;
        this.random = random;
    }

    Number write(Household household, Member member, CaseFile file) {
        if (!paper.says(FieldNames.CLAIM_NUMBER)) {
            return Number.NONE;
        }
        boolean wrong = chance(random, mix.wrongNumbers() / 1_000.0);
        Number kind = wrong ? wrong(household, member) : Number.RIGHT;
        put(kind, household, member, file);
        return kind;
    }

    private Number wrong(Household household, Member member) {
        int at = random.nextInt(100);
        if (at < 25 && member.cases().size() > 1) {
            return Number.OTHER_OWN_CASE;
        }
        if (at < 45 && household.members().size() > 1) {
            return Number.RELATIVE;
        }
        return at < 65 ? Number.ANYBODY : Number.GARBLED;
    }

    private void put(Number kind, Household household, Member member, CaseFile file) {
        switch (kind) {
            case OTHER_OWN_CASE -> put(numberOf(pick(without(member.cases(), file))));
            case RELATIVE ->
                put(numberOf(pick(pick(without(household.members(), member)).cases())));
            case ANYBODY -> put(numberOf(anybodys()));
            case GARBLED -> put(Faults.digits(numberOf(file), random));
            default -> put(numberOf(file));
        }
    }

    /** Somebody on file, with an injury that is not: none, the new case's, or an old one's that the clinic has kept. */
    Number writeForNewInjury(CaseFile old) {
        int at = random.nextInt(100);
        if (!paper.says(FieldNames.CLAIM_NUMBER) || at < 30) {
            return Number.NONE;
        }
        put(at < 82 ? unknown() : numberOf(old));
        return at < 82 ? Number.UNKNOWN : Number.OTHER_OWN_CASE;
    }

    /** @param relative a case of the person on file whom the stranger is like, if any */
    Number writeForStranger(Optional<CaseFile> relative) {
        if (!paper.says(FieldNames.CLAIM_NUMBER)) {
            return Number.NONE;
        }
        if (!chance(random, 2 * mix.wrongNumbers() / 1_000.0)) {
            put(unknown());
            return Number.UNKNOWN;
        }
        boolean kin = relative.isPresent() && random.nextBoolean();
        put(numberOf(kin ? relative.get() : anybodys()));
        return kin ? Number.RELATIVE : Number.ANYBODY;
    }

    /** Agencies and insurers each have their own; reports bear either. */
    private String numberOf(CaseFile file) {
        List<String> numbers = new ArrayList<>(file.claimNumbers());
        numbers.add(file.caseNumber());
        return pick(numbers);
    }

    private String unknown() {
        int number = random.nextInt(9_999_991);
        return random.nextBoolean()
                ? String.format(Locale.ROOT, "WC-%02d-%07d", 10 + random.nextInt(89), number)
                : String.format(Locale.ROOT, "IOD-%d-%07d", 2019 + random.nextInt(8), number);
    }

    private CaseFile anybodys() {
        return pick(pick(population.any(random).members()).cases());
    }

    private void put(String number) {
        String written = paper.slips() ? Faults.digits(number, random) : number;
        paper.put(
                FieldNames.CLAIM_NUMBER,
                random.nextInt(6) == 0 ? written.replace("-", random.nextBoolean() ? "" : " ") : written);
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
