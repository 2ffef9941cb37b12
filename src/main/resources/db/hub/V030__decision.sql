-- What was decided about a report, by whom and why. A line is added and never changed; free text of a person stands here and nowhere else,
-- so that a trace (which reads steps) shows no one's words about a patient.
create table hub.decision (
    id uuid not null default uuidv7(),
    report uuid not null,
    at timestamptz not null default now(),
    -- a user name, a client id, or 'hub'
    by text not null,
    action text not null check (action in ('accept', 'reject', 'split', 'request_more')),
    program text,
    case_numbers text[] not null default '{}',
    reason text,
    findings text[] not null default '{}',
    note text,
    primary key (report, id),
    check (action <> 'accept' or (program is not null and cardinality(case_numbers) > 0)),
    check (action <> 'reject' or length(trim(reason)) > 0)
) partition by range (report);
alter table hub.decision enable row level security;
create policy decision_hub on hub.decision to hub_pipeline, hub_reader using (true) with check (true);
create policy decision_staff on hub.decision to hub_staff
    using (exists (select from hub.report r where r.id = report))
    with check (exists (select from hub.report r where r.id = report) and by = current_setting('hub.user', true));
select hub.ensure_partitions('decision', 3);
create table hub.decision_other partition of hub.decision default;
grant select, insert on hub.decision to hub_pipeline, hub_staff;

-- A person may split a report: its parts are new reports of the same receipt, and begin the way again.
grant insert (id, receipt, receipt_number, part, parent, pages, received_at, channel, connection, programs, program, provider,
    control_id, sha256, state, lane) on hub.report to hub_staff;
create index report_parent on hub.report (parent) where parent is not null;
