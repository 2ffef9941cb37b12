-- What each source says of its own versions: by which numbers it knows a report, which it replaces or withdraws, and when it made that version.
-- Superseding goes by this and never by the order in which things arrived. The numbers are the source's, so they mean something only beside its name.
create table hub.source_version (
    report uuid primary key,
    -- 'provider:' and the registered provider, else 'connection:' and the connection
    source text not null,
    kind text not null check (kind in ('original', 'corrected', 'withdrawn', 'announced')),
    at timestamptz,
    version bigint,
    -- one, or one for each part
    numbers text[] not null,
    -- other names of the whole
    aliases text[] not null,
    replaces text[] not null
);
-- Both kinds of numbers, to be found by.
create table hub.source_number (
    source text not null,
    number text not null,
    report uuid not null,
    primary key (source, number, report)
);
create index source_number_report on hub.source_number (report);

alter table hub.source_version enable row level security;
create policy version_hub on hub.source_version to hub_pipeline, hub_reader using (true) with check (true);
create policy version_staff on hub.source_version for select to hub_staff using (exists (select from hub.report r where r.id = report));
alter table hub.source_number enable row level security;
create policy number_hub on hub.source_number to hub_pipeline, hub_reader using (true) with check (true);
create policy number_staff on hub.source_number for select to hub_staff using (exists (select from hub.report r where r.id = report));
grant select, insert, update, delete on hub.source_version, hub.source_number to hub_pipeline;
grant select on hub.source_version, hub.source_number to hub_staff;
