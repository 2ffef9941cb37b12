-- Roles are made by whoever sets the database up (hub_owner runs this and owns everything; no application role owns a table).
create schema if not exists hub;
grant usage on schema hub to hub_intake, hub_pipeline, hub_staff, hub_reader;
alter default privileges in schema hub grant select on tables to hub_reader;

-- The least UUIDv7 of a moment: tables that grow are partitioned by the month that their ids carry.
create function hub.uuid_at(moment timestamptz) returns uuid language sql immutable as $$
    select (substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-0000-0000-000000000000')::uuid
    from (select lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') as t) as hex
$$;

-- Makes the partitions of this and the next months; called at every start and daily, by a role that owns nothing itself.
create function hub.ensure_partitions(parent text, months int) returns void language plpgsql security definer
set search_path = hub, pg_temp as $$
declare
    first timestamptz;
    name text;
begin
    for i in 0..months loop
        first := date_trunc('month', now() at time zone 'utc') at time zone 'utc' + make_interval(months => i);
        name := parent || to_char(first at time zone 'utc', '_YYYY_MM');
        if to_regclass('hub.' || quote_ident(name)) is null then
            execute format('create table hub.%I partition of hub.%I for values from (%L) to (%L)',
                name, parent, hub.uuid_at(first), hub.uuid_at(first + interval '1 month'));
        end if;
    end loop;
end $$;
revoke execute on function hub.ensure_partitions(text, int) from public;
grant execute on function hub.ensure_partitions(text, int) to hub_pipeline;

-- A program is data: a case belongs to one, and it brings its label and rules.
create table hub.program (
    code text primary key,
    label text not null,
    settings jsonb not null default '{}'
);
grant select on hub.program to hub_intake, hub_staff;
grant select, insert, update on hub.program to hub_pipeline;

-- What the signed-in person may see, as the transaction was told by hub.programs and hub.triage.
create function hub.my_programs() returns text[] language sql stable parallel safe as $$
    select string_to_array(coalesce(current_setting('hub.programs', true), ''), ',')
$$;
create function hub.my_triage() returns text[] language sql stable parallel safe as $$
    select string_to_array(coalesce(current_setting('hub.triage', true), ''), ',')
$$;
