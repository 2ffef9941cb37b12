package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.util.List;
import java.util.random.RandomGenerator;
import org.caseward.casefile.CaseProvider;
import org.caseward.report.FieldNames;
import org.jspecify.annotations.Nullable;

/** Writes down for what injury the patient came, and to whom. */
final class Visit {
    private final Paper paper;
    private final RandomGenerator random;
    private final Town town;

    Visit(Paper paper, Town town, RandomGenerator random) {
        this.paper = paper;
        this.town = town;
        this.random = random;
    }

    void injury(Injury injury) {
        if (paper.says(FieldNames.INJURY_DATE)) {
            date(injury);
        }
        if (paper.says(FieldNames.BODY_PART)) {
            part(injury);
        }
        if (paper.says(FieldNames.DIAGNOSIS)) {
            paper.put(FieldNames.DIAGNOSIS, injury.diagnosisAsWritten(random));
            if (chance(random, 0.15)) {
                paper.put(FieldNames.DIAGNOSIS, injury.diagnosisAsWritten(random));
            }
        }
    }

    /** Patients remember the day badly, clerks slip. */
    void date(Injury injury) {
        var date = chance(random, 0.02) ? injury.date().plusDays(random.nextInt(7) - 3) : injury.date();
        paper.put(FieldNames.INJURY_DATE, paper.slips() ? Faults.date(date, random) : date);
    }

    /** The wrong side now and then, and sometimes another part that hurts too. */
    private void part(Injury injury) {
        Injury said = injury.side() > 0 && chance(random, 0.004)
                ? new Injury(injury.date(), injury.part(), 3 - injury.side(), injury.code())
                : injury;
        paper.put(FieldNames.BODY_PART, said.bodyPartAsWritten(random));
        if (chance(random, 0.08)) {
            paper.put(FieldNames.BODY_PART, Injury.any(injury.date(), random).bodyPartAsWritten(random));
        }
    }

    /** @param known the providers on the case; empty where there is none */
    void provider(List<CaseProvider> known) {
        if (paper.says(FieldNames.PROVIDER_NAME)) {
            CaseProvider one = !known.isEmpty() && chance(random, 0.85)
                    ? known.get(random.nextInt(known.size()))
                    : town.clinic(Town.anyClinic(random));
            put(FieldNames.PROVIDER_NAME, one.name());
            if (chance(random, 0.7)) {
                put(FieldNames.PROVIDER_NPI, one.npi());
            }
            if (chance(random, 0.5)) {
                put(FieldNames.PROVIDER_FAX, one.fax());
            }
        }
    }

    void employer(int employer) {
        if (paper.says(FieldNames.EMPLOYER)) {
            int said = chance(random, 0.03) ? town.employer(random) : employer;
            paper.put(FieldNames.EMPLOYER, town.employerAsWritten(said, random));
        }
    }

    private void put(String field, @Nullable String value) {
        if (value != null) {
            paper.put(field, value);
        }
    }
}
