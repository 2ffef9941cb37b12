package org.caseward.publishing;

import com.fasterxml.uuid.Generators;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.caseward.register.Replacement;
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
                provider, control_id, sha256, fields, fhir, status_reason, status_at, version, status, supersedes)
            select :record, :report, :receipt, :case, :person, :program, :type, cast(:service as date), :by, :channel, :provider, :control, :sha,
                cast(:fields as jsonb), cast(:fhir as jsonb), cast(:why as text), case when cast(:why as text) is null then null else now() end,
                greatest(coalesce(max(version), 0), cast(:before as int)) + 1, :status, cast(:supersedes as uuid)
            from record where report_id = :report and program = :program and case_number = :case
            having count(*) filter (where status in ('current', :status)) = 0
            on conflict do nothing
            """;
    private static final String WITHDRAW = """
            update record set status = 'withdrawn', status_reason = :why, status_at = now()
            where report_id = :report and program = :program and case_number = :case and status = 'current'
            """;
    private static final String REPLACE = """
            update record set status = :status, status_reason = :why, status_at = now()
            where report_id = any(:reports) and program = :program and status = 'current' returning record_id, case_number, version
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

    /** Puts a new version in the place of others, on the cases it was accepted for; a second time it changes nothing. */
    void replace(DecidedReport report, Replacement replacement, Function<String, Optional<String>> personOf) {
        transaction.executeWithoutResult(status -> {
            List<Replaced> replaced = jdbc.sql(REPLACE)
                    .param("status", replacement.becomes())
                    .param("why", replacement.why())
                    .param("reports", replacement.earlier().toArray(UUID[]::new))
                    .param("program", report.program())
                    .query(Replaced.class)
                    .list();
            Set<String> cases = new TreeSet<>(report.cases());
            if (!replacement.stands()) {
                replaced.forEach(record -> cases.add(record.caseNumber()));
            }
            for (String number : cases) {
                Optional<Replaced> before = replaced.stream()
                        .filter(record -> record.caseNumber().equals(number))
                        .max(Comparator.comparingInt(Replaced::version));
                insert(
                        report,
                        number,
                        personOf.apply(number),
                        new Standing(
                                replacement.status(),
                                replacement.stands() ? null : replacement.why(),
                                before.map(Replaced::version).orElse(0),
                                before.or(() -> replaced.stream().findFirst())
                                        .map(Replaced::recordId)
                                        .orElse(null)));
            }
        });
    }

    private record Replaced(UUID recordId, String caseNumber, int version) {}

    /** @param before the version of the record that it follows */
    private record Standing(
            String status,
            @Nullable String why,
            int before,
            @Nullable UUID supersedes) {}

    private void file(DecidedReport report, String caseNumber, Optional<String> person, @Nullable String why) {
        insert(report, caseNumber, person, new Standing("current", why, 0, null));
    }

    private void insert(DecidedReport report, String caseNumber, Optional<String> person, Standing standing) {
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
                .param("why", standing.why())
                .param("before", standing.before())
                .param("status", standing.status())
                .param("supersedes", standing.supersedes(), java.sql.Types.OTHER)
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
