-- The mirror of people and cases. People are kept per program: the same human in two programs is two rows, because programs are walls.
create table hub.person (
    program text not null references hub.program,
    id text not null,
    family text not null,
    given text not null,
    middle text,
    suffix text,
    former_family text[] not null default '{}',
    birth_date date,
    sex text,
    ssn_last4 text,
    employee_number text,
    address jsonb,
    phones text[] not null default '{}',
    -- the derivation of its match keys; another one makes the next feed write them anew
    keys_version int not null,
    changed_at timestamptz not null default now(),
    primary key (program, id)
);

create table hub.case_file (
    program text not null,
    case_number text not null,
    person_id text not null,
    claim_numbers text[] not null default '{}',
    status text not null check (status in ('open', 'closed', 'reopened')),
    opened date,
    closed date,
    injury_date date,
    body_parts text[] not null default '{}',
    diagnoses text[] not null default '{}',
    employer text,
    unit text,
    coordinator text,
    providers jsonb not null default '[]',
    -- who fed it last: a user, client or feed
    source text not null,
    changed_at timestamptz not null default now(),
    primary key (program, case_number),
    foreign key (program, person_id) references hub.person (program, id)
);
create index case_file_person on hub.case_file (program, person_id);

-- Hashed candidate keys: those of a person have no case number, those of a claim or case number carry its case.
create table hub.match_key (
    program text not null,
    key bigint not null,
    person_id text not null,
    case_number text not null default '',
    primary key (program, key, person_id, case_number)
);
create index match_key_person on hub.match_key (program, person_id);
create index match_key_case on hub.match_key (program, case_number) where case_number <> '';

alter table hub.person enable row level security;
create policy person_hub on hub.person to hub_pipeline, hub_reader using (true) with check (true);
create policy person_staff on hub.person for select to hub_staff using (program = any (hub.my_programs()));
alter table hub.case_file enable row level security;
create policy case_hub on hub.case_file to hub_pipeline, hub_reader using (true) with check (true);
create policy case_staff on hub.case_file for select to hub_staff using (program = any (hub.my_programs()));
alter table hub.match_key enable row level security;
create policy key_hub on hub.match_key to hub_pipeline using (true) with check (true);

grant select, insert, update, delete on hub.person, hub.case_file, hub.match_key to hub_pipeline;
grant select on hub.person, hub.case_file to hub_staff;
revoke select on hub.match_key from hub_reader;
