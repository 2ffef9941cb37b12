-- When a source last told something of a person, by its own clock: news that come late never put back what is newer.
create table hub.person_news (
    program text not null,
    person_id text not null,
    -- the connection that is set as authoritative
    connection text not null references hub.connection,
    at timestamptz not null,
    report uuid not null,
    primary key (program, person_id, connection)
);
grant select, insert, update on hub.person_news to hub_pipeline;
