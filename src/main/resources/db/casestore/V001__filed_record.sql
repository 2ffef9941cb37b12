create schema if not exists casestore;
grant usage on schema casestore to casestore_writer, casestore_reader;

-- One row per report, case and version; nothing is deleted, corrections add versions.
create table casestore.record (
    record_id uuid primary key,
    report_id uuid not null,
    receipt text not null,
    case_number text not null,
    person_id text,
    program text not null,
    document_type text not null,
    service_date date,
    filed_at timestamptz not null default now(),
    filed_by text not null,
    channel text not null,
    provider text,
    control_id text not null,
    sha256 text not null,
    version int not null default 1,
    status text not null default 'current' check (status in ('current', 'superseded', 'withdrawn')),
    supersedes uuid references casestore.record,
    fields jsonb not null,
    fhir jsonb not null,
    unique (report_id, program, case_number, version)
);
create unique index record_current on casestore.record (report_id, program, case_number) where status = 'current';
create index record_case on casestore.record (program, case_number, filed_at);

create view casestore.filed_record as select * from casestore.record;

grant select, insert on casestore.record to casestore_writer;
grant update (status) on casestore.record to casestore_writer;
grant select on casestore.filed_record to casestore_writer, casestore_reader;
