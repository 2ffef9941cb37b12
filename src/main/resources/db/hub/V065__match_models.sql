-- Models of matching by version: a text that is never changed, one of them active. Nothing of a person stands in a model.
create table hub.match_model (
    version text primary key check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$'),
    text text not null,
    -- hex, of the text's UTF-8 bytes
    sha256 text not null,
    added_at timestamptz not null default now(),
    -- a user name, a client id, or 'hub' for one that came with the program
    added_by text not null,
    active boolean not null default false
);
create unique index match_model_active on hub.match_model (active) where active;

-- What was active before what, so that one act goes back.
create table hub.match_model_activation (
    id uuid primary key default uuidv7(),
    at timestamptz not null default now(),
    by text not null,
    version text not null references hub.match_model,
    before text references hub.match_model,
    act text not null check (act in ('seeded', 'activated', 'rolled-back'))
);

-- A model is activated only after somebody has seen what it would change: the counts of a rehearsal against the model active then.
create table hub.match_model_rehearsal (
    id uuid primary key default uuidv7(),
    at timestamptz not null default now(),
    by text not null,
    version text not null references hub.match_model,
    against text not null references hub.match_model,
    reports int not null,
    to_review int not null,
    to_auto int not null,
    other_case int not null
);
create index match_model_rehearsal_version on hub.match_model_rehearsal (version, against, at);

grant select, insert on hub.match_model, hub.match_model_activation, hub.match_model_rehearsal to hub_pipeline;
grant update (active) on hub.match_model to hub_pipeline;
