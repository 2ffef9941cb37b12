-- What a waiting report would be found by, hashed as a person's keys are: a case that comes or changes finds here who may have waited for it.
create table hub.waiting_key (
    program text not null,
    key bigint not null,
    report uuid not null,
    keys_version int not null,
    primary key (program, key, report)
);
create index waiting_key_report on hub.waiting_key (report);
grant select, insert, delete on hub.waiting_key to hub_pipeline;
revoke select on hub.waiting_key from hub_reader;

-- Waiting reports that a change of cases may concern; they go back to matching as soon as nobody has them open.
create table hub.rematch (
    report uuid primary key,
    at timestamptz not null default now()
);
-- update only because "for update" asks for it
grant select, insert, update, delete on hub.rematch to hub_pipeline;

-- Who has a waiting report open on the screen, as far as the hub can know: when its page was last loaded.
create table hub.report_on_screen (
    report uuid not null,
    who text not null,
    at timestamptz not null default now(),
    primary key (report, who)
);
alter table hub.report_on_screen enable row level security;
create policy open_hub on hub.report_on_screen to hub_pipeline, hub_reader using (true) with check (true);
create policy open_staff on hub.report_on_screen to hub_staff
    using (who = current_setting('hub.user', true) and exists (select from hub.report r where r.id = report))
    with check (who = current_setting('hub.user', true) and exists (select from hub.report r where r.id = report));
grant select, delete on hub.report_on_screen to hub_pipeline;
grant select, insert, update (at) on hub.report_on_screen to hub_staff;
