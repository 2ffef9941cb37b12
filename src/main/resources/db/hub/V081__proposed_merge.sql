-- A merge that a source reports (HL7's ADT^A40) waits for a person: it moves nothing until somebody confirms it, and one that was refused does not come again by the same message.
alter table hub.person_merge
    add column state text not null default 'holds' check (state in ('proposed', 'holds', 'refused', 'undone')),
    -- who reported it, by which message, and when that source says it was done
    add column source text,
    add column control_id text,
    add column reported_at timestamptz,
    -- what a person said to a proposal
    add column decided_at timestamptz,
    add column decided_by text,
    add column decision_reason text,
    alter column survivor_person drop not null,
    alter column merged_person drop not null,
    alter column cases set default '{}';
update hub.person_merge set state = 'undone' where undone_at is not null;
alter table hub.person_merge
    add check (state in ('proposed', 'refused') or (survivor_person is not null and merged_person is not null)),
    add check (state <> 'proposed' or (source is not null and reported_at is not null)),
    add check ((state = 'undone') = (undone_at is not null));
drop index hub.person_merge_active;
drop index hub.person_merge_survivor;
create unique index person_merge_active on hub.person_merge (program, merged) where state = 'holds';
create index person_merge_survivor on hub.person_merge (program, survivor) where state = 'holds';
create unique index person_merge_proposed on hub.person_merge (program, survivor, merged) where state = 'proposed';
create index person_merge_pair on hub.person_merge (program, survivor, merged);
grant select (state, source, control_id, reported_at, decided_at, decided_by, decision_reason) on hub.person_merge to hub_staff;
