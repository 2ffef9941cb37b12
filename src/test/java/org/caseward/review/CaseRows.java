package org.caseward.review;

import java.time.LocalDate;
import org.caseward.casefile.MatchKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts people and their cases into the mirror, by the pipeline's role. */
final class CaseRows {
    private final JdbcClient pipeline;

    CaseRows(JdbcClient pipeline) {
        this.pipeline = pipeline;
    }

    void program(String code, String label) {
        pipeline.sql("insert into hub.program (code, label) values (?, ?) on conflict do nothing")
                .params(code, label)
                .update();
    }

    void open(String program, String number, String family, String given, String born) {
        keep(program, number, "open", family, given, born);
    }

    void closed(String program, String number, String family, String given, String born) {
        keep(program, number, "closed", family, given, born);
    }

    private void keep(String program, String number, String status, String family, String given, String born) {
        String person = "person-of-" + number;
        pipeline.sql("""
                insert into hub.person (program, id, family, given, birth_date, keys_version) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(program, person, family, given, LocalDate.parse(born), MatchKeys.VERSION)
                .update();
        pipeline.sql("""
                insert into hub.case_file (program, case_number, person_id, claim_numbers, status, injury_date, body_parts, coordinator, source)
                values (?, ?, ?, ?, ?, '2026-10-29', ?, 'm.okafor', 'test') on conflict do nothing""")
                .param(program)
                .param(number)
                .param(person)
                .param(new String[] {"WC-" + number.substring(number.length() - 6)})
                .param(status)
                .param(new String[] {"left knee"})
                .update();
    }
}
