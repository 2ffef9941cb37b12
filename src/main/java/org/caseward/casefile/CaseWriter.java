package org.caseward.casefile;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Upserts cases with their people and match keys. Called inside a transaction; whoever calls it says where it ends. */
@Component
class CaseWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    // a known person keeps the version of their keys: the fed case may be one of several, and KeyRenewal writes all of
    // them
    private static final String PERSON = """
            insert into person as p (program, id, family, given, middle, suffix, former_family, birth_date, sex, ssn_last4,
                employee_number, address, phones, keys_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (program, id) do update set family = excluded.family, given = excluded.given, middle = excluded.middle,
                suffix = excluded.suffix, former_family = excluded.former_family, birth_date = excluded.birth_date,
                sex = excluded.sex, ssn_last4 = excluded.ssn_last4, employee_number = excluded.employee_number,
                address = excluded.address, phones = excluded.phones, changed_at = now()
            where (p.family, p.given, p.middle, p.suffix, p.former_family, p.birth_date, p.sex, p.ssn_last4, p.employee_number,
                p.address, p.phones) is distinct from (excluded.family, excluded.given, excluded.middle,
                excluded.suffix, excluded.former_family, excluded.birth_date, excluded.sex, excluded.ssn_last4,
                excluded.employee_number, excluded.address, excluded.phones)""";
    private static final String CASE = """
            insert into case_file as c (program, case_number, person_id, claim_numbers, status, opened, closed, injury_date,
                body_parts, diagnoses, employer, unit, coordinator, providers, source)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (program, case_number) do update set person_id = excluded.person_id,
                claim_numbers = excluded.claim_numbers, status = excluded.status, opened = excluded.opened,
                closed = excluded.closed, injury_date = excluded.injury_date, body_parts = excluded.body_parts,
                diagnoses = excluded.diagnoses, employer = excluded.employer, unit = excluded.unit,
                coordinator = excluded.coordinator, providers = excluded.providers, source = excluded.source, changed_at = now()
            where (c.person_id, c.claim_numbers, c.status, c.opened, c.closed, c.injury_date, c.body_parts, c.diagnoses,
                c.employer, c.unit, c.coordinator, c.providers) is distinct from (excluded.person_id, excluded.claim_numbers,
                excluded.status, excluded.opened, excluded.closed, excluded.injury_date, excluded.body_parts,
                excluded.diagnoses, excluded.employer, excluded.unit, excluded.coordinator, excluded.providers)""";

    private final JdbcTemplate jdbc;
    private final MatchKeyTable keys;
    private final MergedPeople merged;

    CaseWriter(JdbcTemplate jdbc, MergedPeople merged) {
        this.jdbc = jdbc;
        this.merged = merged;
        this.keys = new MatchKeyTable(jdbc);
    }

    /** Gives back the cases that are new, or that changed by themselves or by their person. */
    List<CaseFile> write(List<CaseFile> fed, String source) {
        List<CaseFile> cases = merged.applied(fed);
        int[] people = counts(jdbc.batchUpdate(PERSON, cases, cases.size(), CaseWriter::setPerson));
        int[] files = counts(jdbc.batchUpdate(CASE, cases, cases.size(), (ps, file) -> setCase(ps, file, source)));
        List<CaseFile> changed = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (people[i] > 0 || files[i] > 0) {
                changed.add(cases.get(i));
            }
        }
        if (!changed.isEmpty()) {
            keys.rewrite(changed);
        }
        return changed;
    }

    private static int[] counts(int[][] batches) {
        return batches[0];
    }

    private static void setPerson(PreparedStatement ps, CaseFile file) throws SQLException {
        Person person = file.person();
        set(
                ps,
                file.program(),
                person.id(),
                person.family(),
                person.given(),
                person.middle(),
                person.suffix(),
                person.formerFamily().toArray(String[]::new),
                person.birthDate(),
                person.sex(),
                person.ssnLast4(),
                person.employeeNumber(),
                person.address() == null ? null : JSON.writeValueAsString(person.address()),
                person.phones().toArray(String[]::new),
                MatchKeys.VERSION);
    }

    private static void setCase(PreparedStatement ps, CaseFile file, String source) throws SQLException {
        set(
                ps,
                file.program(),
                file.caseNumber(),
                file.person().id(),
                file.claimNumbers().toArray(String[]::new),
                file.status(),
                file.opened(),
                file.closed(),
                file.injuryDate(),
                file.bodyParts().toArray(String[]::new),
                file.diagnoses().toArray(String[]::new),
                file.employer(),
                file.unit(),
                file.coordinator(),
                JSON.writeValueAsString(file.providers()),
                source);
    }

    private static void set(PreparedStatement ps, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            ps.setObject(i + 1, values[i]);
        }
    }
}
