package org.caseward.security;

import java.util.List;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports put straight into the database, for tests of who sees them. */
public record ReportRows(JdbcClient pipeline) {
    /** A report with one step and one page. @param program null while no program has claimed it */
    public ReportId put(String marker, String state, @Nullable String program, List<String> programs) {
        ReportId id = ReportId.next();
        pipeline.sql("""
                        insert into hub.report (id, receipt, receipt_number, received_at, channel, connection, programs, program,
                            control_id, sha256, state, lane, fields, reason_code, reason)
                        values (:id, :receipt, :number, now(), 'mllp', 'walls', :programs, :program, :control, sha256('x'),
                            :state, 'structured', jsonb_build_object('patient.family', :family), :code, 'It could not be read.')
                        """)
                .param("id", id.value())
                .param("receipt", ReceiptId.next().value())
                .param("number", "R-" + marker)
                .param("programs", programs.toArray(String[]::new))
                .param("program", program)
                .param("control", "CTL-" + marker)
                .param("state", state)
                .param("family", "Family" + marker)
                .param("code", "unreadable-" + marker)
                .update();
        pipeline.sql("insert into hub.report_step values (?, now(), 'received', 'ok', ?, 'hub')")
                .params(id.value(), "Step " + marker)
                .update();
        pipeline.sql("insert into hub.report_page values (?, 1, ?, 10, 10, 'ocr')")
                .params(id.value(), programs.getFirst() + "/no-such-document")
                .update();
        return id;
    }
}
