package org.caseward.publishing;

import com.fasterxml.uuid.Generators;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agency's case store, to which we only add. */
@Component
class CaseStore {
    private static final String FILE = """
            insert into record (record_id, report_id, receipt, case_number, person_id, program, document_type, service_date, filed_by, channel,
                provider, control_id, sha256, fields, fhir)
            values (:record, :report, :receipt, :case, :person, :program, :type, :service, :by, :channel, :provider, :control, :sha, :fields::jsonb,
                :fhir::jsonb)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final FhirRecord fhir;

    CaseStore(@Qualifier("caseStoreJdbc") JdbcClient jdbc, FhirRecord fhir) {
        this.jdbc = jdbc;
        this.fhir = fhir;
    }

    /** Files a report on a case; a second time it changes nothing. */
    void file(DecidedReport report, String caseNumber, Optional<String> person) {
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
