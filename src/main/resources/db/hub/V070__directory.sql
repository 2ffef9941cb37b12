-- The provider directory: by which keys and certificates a sender is known, and what a connection needs to be reached or guarded.
alter table hub.connection
    add column enabled boolean not null default true,
    -- what its channel must know besides: host, port, folder, host key, quota; nothing secret
    add column settings jsonb not null default '{}',
    -- a password or private key, sealed by the hub's key for connections under 'connection:' and its id
    add column secret bytea,
    add column changed_at timestamptz not null default now();

create table hub.credential (
    id uuid primary key default uuidv7(),
    connection text not null references hub.connection,
    provider text not null references hub.provider,
    kind text not null check (kind in ('x509-san', 'x509', 'ssh-key', 'jwks', 'jwks-url', 'smime', 'webhook')),
    -- a name in a certificate, a PEM, an OpenSSH public key, a key set or its address: public things only
    value text not null,
    not_after timestamptz,
    added_at timestamptz not null default now(),
    added_by text not null,
    revoked_at timestamptz
);
create unique index credential_once on hub.credential (connection, kind, md5(value)) where revoked_at is null;
grant select on hub.credential to hub_intake;
grant select, insert, update on hub.credential to hub_pipeline;

-- Who polls at the moment: one row a poller, taken for a while, with a token that grows at each change of hands.
create table hub.lease (
    name text primary key,
    holder uuid not null,
    token bigint not null,
    until timestamptz not null
);
grant select, insert, update on hub.lease to hub_pipeline;
