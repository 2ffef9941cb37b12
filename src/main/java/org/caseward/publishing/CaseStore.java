package org.caseward.publishing;

import com.fasterxml.uuid.Generators;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The agency's case store, to which we only add. */
@Component
class CaseStore {
    private static final String FILE = """
            insert into record (record_id, report_id, receipt, case_number, person_id, program, document_type, service_date, filed_by, channel,
                provider, control_id, sha256, fields, fhir, status_reason, status_at, version)
            select :record, :report, :receipt, :case, :person, :program, :type, cast(:service as date), :by, :channel, :provider, :control, :sha,
                cast(:fields as jsonb), cast(:fhir as jsonb), cast(:why as text), case when cast(:why as text) is null then null else now() end,
                coalesce(max(version), 0) + 1
            from record where report_id = :report and program = :program and case_number = :case
            having count(*) filter (where status = 'current') = 0
            on conflict do nothing
            """;
    private static final String WITHDRAW = """
            update record set status = 'withdrawn', status_reason = :why, status_at = now()
            where report_id = :report and program = :program and case_number = :case and status = 'current'
            """;

    private final JdbcClient jdbc;
    private final FhirRecord fhir;
    private final TransactionTemplate transaction;

    CaseStore(
            @Qualifier("caseStoreJdbc") JdbcClient jdbc,
            @Qualifier("caseStoreDataSource") DataSource source,
            FhirRecord fhir) {
        this.jdbc = jdbc;
        this.fhir = fhir;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Withdraws a report from one case and files it on another, both or neither; a second time it changes nothing. */
    void move(DecidedReport report, DecidedReport.Move move, Optional<String> person) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(WITHDRAW)
                    .param("why", "moved to case " + move.to() + " by " + report.filedBy())
                    .param("report", report.id().value())
                    .param("program", report.program())
                    .param("case", move.from())
                    .update();
            file(report, move.to(), person, "moved from case " + move.from() + " by " + report.filedBy());
        });
    }

    /** Files a report on a case; a second time it changes nothing. */
    void file(DecidedReport report, String caseNumber, Optional<String> person) {
        file(report, caseNumber, person, null);
    }

    private void file(DecidedReport report, String caseNumber, Optional<String> person, @Nullable String why) {
        jdbc.sql(FILE)
                .param("record", Generators.timeBasedEpochGenerator().generate())
                .param("report", report.id().value())
                .param("receipt", report.receipt())
                .param("case", caseNumber)
                .param("person", person.orElse(null))
                .param("program", report.program())
                .param("type", report.documentType())
                .param("service", date(report.serviceDate()))
                .param("by", report.filedBy())
                .param("channel", report.channel())
                .param("provider", report.provider().orElse(null))
                .param("control", report.controlId())
                .param("sha", report.sha256())
                .param("fields", report.fields())
                .param("why", why)
                .param("fhir", fhir.of(report, caseNumber))
                .update();
    }

    private static @Nullable LocalDate date(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            // an unreadable date of service stays in the fields, with its raw reading
            return null;
        }
    }
}
