-- Connections say who may send what for which programs; senders and providers are known to a connection by what the channel shows of them.
create table hub.provider (
    id text primary key,
    name text not null,
    npi text,
    phone text,
    fax text
);
create table hub.connection (
    id text primary key,
    channel text not null,
    -- what a channel knows a connection by: the listener's name, the fax number called, the client id
    address text not null,
    programs text[] not null check (cardinality(programs) > 0),
    silent_after interval,
    unique (channel, address)
);
create table hub.sender (
    connection text not null references hub.connection,
    -- MSH-3|MSH-4, a client id, a fax number …
    key text not null,
    provider text not null references hub.provider,
    primary key (connection, key)
);

-- One row for ever for each delivery: the same delivery again finds its receipt here.
create table hub.delivery (
    key bytea primary key,
    receipt uuid not null,
    receipt_number text not null,
    report uuid not null,
    -- connection + channel key without the content: the same with other bytes is an alert
    channel_key bytea not null
);
create index delivery_channel_key on hub.delivery (channel_key);

create table hub.receipt (
    id uuid not null,
    number text not null,
    received_at timestamptz not null,
    channel text not null,
    connection text not null,
    programs text[] not null,
    provider text,
    sender text not null,
    control_id text not null,
    media_type text not null,
    sha256 bytea not null,
    size int not null,
    -- up to 64 kB here, larger in the document store
    sealed bytea,
    address text,
    facts jsonb not null default '{}',
    primary key (id),
    check ((sealed is null) <> (address is null))
) partition by range (id);
create index receipt_number on hub.receipt (number);

create sequence hub.receipt_block;

create table hub.report (
    id uuid not null,
    receipt uuid not null,
    receipt_number text not null,
    part int not null default 0,
    parent uuid,
    pages int[] not null default '{}',
    received_at timestamptz not null,
    channel text not null,
    connection text not null,
    programs text[] not null,
    -- the program that claims it; while none does, the triage role of its programs sees it
    program text,
    provider text,
    control_id text not null,
    sha256 bytea not null,
    state text not null,
    lane text not null,
    document_type text,
    fields jsonb not null default '{}',
    match jsonb,
    findings jsonb not null default '[]',
    mappings jsonb not null default '[]',
    -- why it waits or was refused: a stable word, and words for a person
    reason_code text,
    reason text,
    copy_of uuid,
    version int not null default 1,
    changed_at timestamptz not null default now(),
    primary key (id)
) partition by range (id);
create index report_control_id on hub.report (control_id);
create index report_receipt_number on hub.report (receipt_number);
create index report_open on hub.report (state, received_at) where state in ('in_review', 'quarantined');
alter table hub.report enable row level security;
create policy report_hub on hub.report to hub_intake, hub_pipeline, hub_reader using (true) with check (true);
create policy report_staff on hub.report to hub_staff
    using (program = any (hub.my_programs()) or (program is null and programs && hub.my_triage()))
    with check (program = any (hub.my_programs()) or (program is null and programs && hub.my_triage()));

create table hub.report_step (
    report uuid not null,
    at timestamptz not null,
    step text not null,
    outcome text not null,
    reason text not null,
    actor text not null
) partition by range (report);
create index report_step_report on hub.report_step (report, at);
alter table hub.report_step enable row level security;
create policy step_hub on hub.report_step to hub_intake, hub_pipeline, hub_reader using (true) with check (true);
create policy step_staff on hub.report_step to hub_staff
    using (exists (select from hub.report r where r.id = report))
    with check (exists (select from hub.report r where r.id = report));

-- Pages as read: the image lies sealed in the document store, the words sealed here.
create table hub.report_page (
    report uuid not null,
    number int not null,
    image text not null,
    width int not null,
    height int not null,
    method text not null,
    primary key (report, number)
) partition by range (report);
alter table hub.report_page enable row level security;
create policy page_hub on hub.report_page to hub_pipeline, hub_reader using (true) with check (true);
create policy page_staff on hub.report_page to hub_staff using (exists (select from hub.report r where r.id = report));

-- What waits to go on to the broker; claimed with skip locked, in any order.
create table hub.outbox (
    id uuid primary key,
    lane text not null,
    report uuid not null,
    created_at timestamptz not null default now()
);

-- The first report with a content; a later one with the same is a copy.
create table hub.content (
    program text not null,
    sha256 bytea not null,
    report uuid not null,
    primary key (program, sha256)
);

create table hub.alert (
    id uuid primary key,
    raised_at timestamptz not null default now(),
    kind text not null,
    -- a connection, route or receipt; never a person
    subject text not null,
    text text not null,
    cleared_at timestamptz
);
create unique index alert_open on hub.alert (kind, subject) where cleared_at is null;

grant select on hub.connection, hub.sender, hub.provider to hub_intake, hub_staff;
grant insert, select on hub.delivery to hub_intake;
grant insert on hub.receipt, hub.report, hub.report_step, hub.outbox to hub_intake;
grant usage on sequence hub.receipt_block to hub_intake, hub_pipeline;
grant select, insert, update on hub.provider, hub.connection, hub.sender, hub.report, hub.report_page, hub.alert to hub_pipeline;
grant delete on hub.report_page, hub.sender to hub_pipeline;
grant select on hub.receipt, hub.delivery to hub_pipeline;
grant select, insert on hub.report_step, hub.content to hub_pipeline;
-- update only because "for update" asks for it
grant select, insert, update, delete on hub.outbox to hub_pipeline;
grant select on hub.report, hub.report_page, hub.alert to hub_staff;
grant select, insert on hub.report_step to hub_staff;
grant update (state, program, reason_code, reason, match, version, changed_at) on hub.report to hub_staff;
grant insert on hub.outbox to hub_staff;

select hub.ensure_partitions(t, 3) from unnest(array['receipt', 'report', 'report_step', 'report_page']) as t;
-- what no month was made for is still kept
create table hub.receipt_other partition of hub.receipt default;
create table hub.report_other partition of hub.report default;
create table hub.report_step_other partition of hub.report_step default;
create table hub.report_page_other partition of hub.report_page default;
