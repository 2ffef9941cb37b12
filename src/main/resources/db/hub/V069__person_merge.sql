-- Two people of a program who are one. Both are kept as the feed knows them, so that the merge can be undone; the cases hang on the one that stays.
create table hub.person_merge (
    id uuid primary key default uuidv7(),
    program text not null references hub.program,
    survivor text not null,
    merged text not null,
    at timestamptz not null default now(),
    by text not null,
    reason text not null check (length(trim(reason)) > 0),
    -- each as the feed last gave it
    survivor_person jsonb not null,
    merged_person jsonb not null,
    -- the case numbers that are the merged person's by the feed
    cases text[] not null,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    check (survivor <> merged)
);
create unique index person_merge_active on hub.person_merge (program, merged) where undone_at is null;
create index person_merge_survivor on hub.person_merge (program, survivor) where undone_at is null;
alter table hub.person_merge enable row level security;
create policy merge_hub on hub.person_merge to hub_pipeline, hub_reader using (true) with check (true);
create policy merge_staff on hub.person_merge for select to hub_staff using (program = any (hub.my_programs()));
grant select, insert, update on hub.person_merge to hub_pipeline;
grant select (id, program, survivor, merged, at, by, reason, cases, undone_at, undone_by, undo_reason) on hub.person_merge to hub_staff;
