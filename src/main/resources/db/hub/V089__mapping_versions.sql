-- Every text by which reports were ever read, so that an old record's mapping can be shown and gone back to. Nothing of a person stands in a mapping.
create table hub.mapping_text (
    -- hex, SHA-256 of the text's UTF-8 bytes: what records name
    hash text primary key,
    text text not null
);
create table hub.mapping_version (
    -- relative to the mappings folder
    file text not null,
    hash text not null references hub.mapping_text,
    -- what the text says of itself; null for code tables and the schema
    mapping text,
    version text,
    first_at timestamptz not null default now(),
    primary key (file, hash)
);
-- What was in force from when on: all files together, because tables and bases belong to what a mapping means.
create table hub.mapping_state (
    id uuid primary key default uuidv7(),
    at timestamptz not null default now(),
    -- by file name: hash
    files jsonb not null
);
-- A file that runs by an earlier text, as long as the folder holds the one that was left.
create table hub.mapping_gone_back (
    id uuid primary key default uuidv7(),
    at timestamptz not null default now(),
    by text not null,
    file text not null,
    left_hash text not null,
    runs_hash text not null references hub.mapping_text,
    ended_at timestamptz
);
create unique index mapping_gone_back_open on hub.mapping_gone_back (file) where ended_at is null;

grant select, insert on hub.mapping_text, hub.mapping_version, hub.mapping_state, hub.mapping_gone_back to hub_pipeline;
grant update (ended_at) on hub.mapping_gone_back to hub_pipeline;
