-- Assertions that FHIR clients have used, until they expire: each opens the door once, on whatever node.
create table hub.assertion_seen (
    -- SHA-256 of client and jti
    key bytea primary key,
    until timestamptz not null
);
create index assertion_seen_until on hub.assertion_seen (until);
grant select, insert, delete on hub.assertion_seen to hub_pipeline;

-- Documents that were handed in as a Binary of their own and wait to be named by a report. The bytes lie in the document store.
create table hub.held_binary (
    connection text not null references hub.connection,
    -- the address's hash in the store: the id by which the sender names it
    id text not null,
    home text not null,
    media_type text not null,
    held_at timestamptz not null default now(),
    -- when a report named it, or it became a report itself; null while it waits
    used_at timestamptz,
    primary key (connection, id)
);
create index held_binary_waiting on hub.held_binary (held_at) where used_at is null;
grant select, insert, update on hub.held_binary to hub_pipeline;

-- A FHIR client's connection is the one whose address is its client id.
alter table hub.api_client drop column fhir_connection;
