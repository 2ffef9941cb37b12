-- People who sign in and API clients; what each may do stands by program. A role may name a program that is loaded later.
create table hub.staff_user (
    name text primary key check (name ~ '^[a-z0-9][a-z0-9._@-]*$'),
    password_hash text not null,
    display text not null,
    enabled boolean not null default true,
    changed_at timestamptz not null default now()
);
create table hub.staff_role (
    name text not null references hub.staff_user on delete cascade,
    program text not null,
    role text not null,
    primary key (name, program, role)
);
create table hub.api_client (
    client_id text primary key,
    secret_hash text not null,
    -- the connection its FHIR reports come in by, where it may send any
    fhir_connection text,
    enabled boolean not null default true,
    changed_at timestamptz not null default now()
);
create table hub.api_client_role (
    client_id text not null references hub.api_client on delete cascade,
    program text not null,
    role text not null,
    primary key (client_id, program, role)
);
-- password hashes are for signing in only: neither a person at the desk nor a reader of the database sees them
revoke select on hub.staff_user, hub.api_client from hub_reader;
grant select (name, display, enabled, changed_at) on hub.staff_user to hub_reader;
grant select (client_id, fhir_connection, enabled, changed_at) on hub.api_client to hub_reader;
grant select, insert, update on hub.staff_user, hub.api_client to hub_pipeline;
grant select, insert, delete on hub.staff_role, hub.api_client_role to hub_pipeline;
