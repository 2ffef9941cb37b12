-- What was fetched from a server where nothing can be marked or moved: by a hash of path, size and time, since a file's name may be a person's.
create table hub.sftp_fetched (
    connection text not null references hub.connection,
    file_key bytea not null,
    receipt_number text not null,
    fetched_at timestamptz not null default now(),
    primary key (connection, file_key)
);
grant select, insert on hub.sftp_fetched to hub_pipeline;
