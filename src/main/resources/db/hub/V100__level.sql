-- How far a report can be relied on, L0 to L5. What the stages and the validator found lacking is kept by level; the level itself follows from it and from the state, so that it
-- is right whoever changes either of them.
create function hub.level_of(state text, reason_code text, missing jsonb, profile text) returns smallint language sql immutable parallel safe as $$
    select (case
        -- not read, or not readable: what an earlier reading found counts no more
        when state = 'received' or state = 'quarantined' and coalesce(reason_code, '') not like 'not-filed-%' then 0
        -- recorded before levels were kept
        when missing is null then null
        when missing ? '2' then 1
        when missing ? '3' then 2
        when profile is distinct from 'met' then 3
        -- what its source took back, or a newer version took the place of, is approved no longer
        when state <> 'filed' or reason_code in ('superseded', 'withdrawn', 'withdrawal-done') then 4
        else 5
    end)::smallint
$$;

alter table hub.report
    -- {"2": [{"id", "text"}], "3": […], "4": […]}: what keeps it from the level of that number, in words without a person's data
    add column level_missing jsonb,
    -- met, missed, or unknown where it could not be checked; null while nobody has looked
    add column level_profile text check (level_profile in ('met', 'missed', 'unknown')),
    -- the check that will say so: what an earlier one finds of an earlier reading counts no more
    add column level_check uuid,
    add column level smallint generated always as (hub.level_of(state, reason_code, level_missing, level_profile)) stored;

-- What waits to be held against the profiles, beside the way of the reports. No foreign key: reports are partitioned, and a check of a report that is gone finds nothing.
create table hub.profile_check (
    id uuid primary key,
    report uuid not null,
    asked_at timestamptz not null default now(),
    -- somebody looks at it until then
    claimed_until timestamptz,
    attempts int not null default 0
);
revoke select on hub.profile_check from hub_reader;
grant select, insert, update, delete on hub.profile_check to hub_pipeline;

-- What a sender may know of the level: up to L4, which says how good the paper is. L5 says that there is a case.
create function hub.level_for_sender(level smallint) returns smallint language sql immutable parallel safe as $$
    select least(level, 4::smallint)
$$;

create or replace view hub.provider_delivery with (security_barrier) as
select r.receipt, r.receipt_number, min(r.received_at) as received_at, min(r.channel) as channel, min(r.control_id) as control_id,
    case when bool_or(asked.at is not null) then 'needs_you'
         when bool_and(r.state in ('filed', 'rejected')) then 'done'
         else 'received' end as standing,
    (array_agg(asked.findings order by asked.at) filter (where asked.at is not null))[1] as findings,
    string_agg(asked.note, E'\n' order by asked.at) as note,
    max(asked.at) as asked_at,
    -- of several reports the one that stands lowest
    min(hub.level_for_sender(r.level)) as level,
    jsonb_agg(r.level_missing -> (r.level + 1)::text order by r.part, r.id) filter (where r.level_missing ? (r.level + 1)::text) as lacks
from hub.report r
left join lateral (
    select d.at, to_jsonb(d.findings) as findings, hub.without_case_numbers(d.note, r.match) as note
    from hub.decision d where d.report = r.id and d.action = 'request_more' and r.state = 'in_review' and r.reason_code = 'more-requested'
    order by d.at desc limit 1) as asked on true
where r.provider = hub.my_provider() and r.reason_code is distinct from 'split'
group by r.receipt, r.receipt_number;
