-- Who saw and did what. Each entry carries a hash over the one before it and its own content, so that a change, a gap or a cut tail shows.
create table hub.audit_entry (
    id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    who text not null,
    act text not null,
    subject text not null,
    program text,
    detail text not null,
    hash bytea not null,
    primary key (id)
) partition by range (id);
create index audit_entry_seq on hub.audit_entry (seq);
create index audit_entry_who on hub.audit_entry (who, seq);
create index audit_entry_subject on hub.audit_entry (subject, seq);
select hub.ensure_partitions('audit_entry', 3);
create table hub.audit_entry_other partition of hub.audit_entry default;

-- The end of the chain: whoever appends holds this row until the commit, so the chain is in the order of commits.
create table hub.audit_head (
    one boolean primary key default true check (one),
    seq bigint not null,
    hash bytea not null
);
insert into hub.audit_head (seq, hash) values (0, '\x');

create function hub.audit_hash(before bytea, id uuid, seq bigint, at timestamptz, who text, act text, subject text, program text, detail text)
returns bytea language sql stable parallel safe as $$
    select sha256(before || convert_to(jsonb_build_array(id, seq, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        who, act, subject, program, detail)::text, 'UTF8'))
$$;

-- The only way to write: nobody but the owner can insert, and nobody at all can change or delete.
create function hub.audit_append(new_who text, new_act text, new_subject text, new_program text, new_detail text)
returns void language plpgsql security definer set search_path = hub, pg_temp set lock_timeout = '10s' as $$
declare
    head hub.audit_head;
    id uuid;
    moment timestamptz;
    new_hash bytea;
begin
    select * into strict head from hub.audit_head for update;
    id := uuidv7();
    moment := clock_timestamp();
    new_hash := hub.audit_hash(head.hash, id, head.seq + 1, moment, new_who, new_act, new_subject, new_program, new_detail);
    insert into hub.audit_entry values (id, head.seq + 1, moment, new_who, new_act, new_subject, new_program, new_detail, new_hash);
    update hub.audit_head set seq = head.seq + 1, hash = new_hash;
end $$;
revoke execute on function hub.audit_append(text, text, text, text, text) from public;
grant execute on function hub.audit_append(text, text, text, text, text) to hub_pipeline, hub_staff;

create function hub.audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'An audit entry is never changed or deleted';
end $$;
create trigger audit_entry_fixed before update or delete on hub.audit_entry for each row execute function hub.audit_refuse();
create trigger audit_entry_kept before truncate on hub.audit_entry for each statement execute function hub.audit_refuse();

-- The first entry that does not fit or is missing, or null where the chain is whole.
create function hub.audit_broken_at() returns bigint language sql stable as $$
    select min(seq) from (
        select seq from (
            select seq, hash,
                lag(seq, 1, 0::bigint) over chain as seq_before,
                hub.audit_hash(lag(hash, 1, '\x'::bytea) over chain, id, seq, at, who, act, subject, program, detail) as expected
            from hub.audit_entry window chain as (order by seq)) as links
        where hash <> expected or seq <> seq_before + 1
        union all
        select (select coalesce(max(seq), 0) + 1 from hub.audit_entry) from hub.audit_head h
        where h.seq > 0 and not exists (select from hub.audit_entry e where e.seq = h.seq and e.hash = h.hash)) as broken
$$;
grant select on hub.audit_entry, hub.audit_head to hub_pipeline;
grant select on hub.audit_entry to hub_staff;

-- An auditor sees what belongs to the programs audited, and what belongs to none (signing in, routes).
create function hub.my_auditing() returns text[] language sql stable parallel safe as $$
    select string_to_array(coalesce(current_setting('hub.auditing', true), ''), ',')
$$;
alter table hub.audit_entry enable row level security;
create policy audit_hub on hub.audit_entry for select to hub_pipeline, hub_reader using (true);
create policy audit_staff on hub.audit_entry for select to hub_staff
    using (program = any (hub.my_auditing()) or (program is null and cardinality(hub.my_auditing()) > 0));
