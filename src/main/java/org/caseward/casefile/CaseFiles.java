package org.caseward.casefile;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions to the mirror of cases. */
@Component
public class CaseFiles {
    private final JdbcClient pipeline;

    CaseFiles(JdbcClient pipeline) {
        this.pipeline = pipeline;
    }

    /** Whether the case exists and takes reports now: asked again at the moment of publishing. */
    public boolean isOpen(String program, String caseNumber) {
        return pipeline.sql(
                        "select exists (select from case_file where program = ? and case_number = ? and status <> 'closed')")
                .params(program, caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** The person whose case this is, by the feed's identifier. */
    public Optional<String> personId(String program, String caseNumber) {
        return pipeline.sql("select person_id from case_file where program = ? and case_number = ?")
                .params(program, caseNumber)
                .query(String.class)
                .optional();
    }

    /** A case as the pipeline sees it. */
    public Optional<CaseFile> find(String program, String caseNumber) {
        return find(pipeline, program, caseNumber);
    }

    /** A case as this connection may see it: hand in the desk's for a person's request. */
    public static Optional<CaseFile> find(JdbcClient jdbc, String program, String caseNumber) {
        return jdbc.sql("select " + CaseRows.COLUMNS + """
                         from case_file c join person p on p.program = c.program and p.id = c.person_id
                        where c.program = ? and c.case_number = ?""")
                .params(program, caseNumber)
                .query((row, n) -> CaseRows.caseFile(row, CaseRows.person(row)))
                .optional();
    }
}
