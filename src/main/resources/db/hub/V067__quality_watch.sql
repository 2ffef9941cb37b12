-- Each filing without a person: which model, which cases, whether it was drawn for a blind second review and what came of that, whether a person moved it since.
create table hub.automatic_filing (
    report uuid not null,
    program text not null,
    model_version text not null,
    case_numbers text[] not null,
    decided_at timestamptz not null default now(),
    sampled boolean not null,
    reviewed_at timestamptz,
    reviewed_by text,
    -- what the second reader chose; empty: no case
    chosen text[],
    agrees boolean,
    moved_at timestamptz,
    primary key (report),
    check ((reviewed_at is null) = (agrees is null))
) partition by range (report);
create index automatic_filing_program on hub.automatic_filing (program, model_version, decided_at);
create index automatic_filing_sampled on hub.automatic_filing (program, decided_at) where sampled;
create index automatic_filing_moved on hub.automatic_filing (program, moved_at) where moved_at is not null;
alter table hub.automatic_filing enable row level security;
create policy filing_hub on hub.automatic_filing to hub_pipeline, hub_reader using (true) with check (true);
create policy filing_staff on hub.automatic_filing to hub_staff
    using (program = any (hub.my_programs())) with check (program = any (hub.my_programs()));
select hub.ensure_partitions('automatic_filing', 3);
create table hub.automatic_filing_other partition of hub.automatic_filing default;
grant select, insert, update on hub.automatic_filing to hub_pipeline;
grant select, update (reviewed_at, reviewed_by, chosen, agrees, moved_at) on hub.automatic_filing to hub_staff;

-- Under this key the lot falls that draws filings for second review: nobody outside can foresee it, and any node or auditor can repeat it.
create table hub.watch_key (
    one boolean primary key default true check (one),
    key bytea not null
);
insert into hub.watch_key (key) values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
grant select on hub.watch_key to hub_pipeline;
revoke select on hub.watch_key from hub_reader;

-- While a program's line here is open, nothing of it is filed without a person.
create table hub.watch_stop (
    id uuid primary key default uuidv7(),
    program text not null,
    model_version text not null,
    stopped_at timestamptz not null default now(),
    text text not null,
    lifted_at timestamptz,
    lifted_by text,
    lift_reason text,
    check (lifted_at is null or (lifted_by is not null and length(trim(lift_reason)) > 0))
);
create unique index watch_stop_open on hub.watch_stop (program) where lifted_at is null;
alter table hub.watch_stop enable row level security;
create policy stop_hub on hub.watch_stop to hub_pipeline, hub_reader using (true) with check (true);
create policy stop_staff on hub.watch_stop to hub_staff
    using (program = any (hub.my_programs())) with check (program = any (hub.my_programs()) and lifted_by = current_setting('hub.user', true));
grant select, insert on hub.watch_stop to hub_pipeline;
grant select, update (lifted_at, lifted_by, lift_reason) on hub.watch_stop to hub_staff;
