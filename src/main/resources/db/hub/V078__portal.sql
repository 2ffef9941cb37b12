-- The portal: a provider's own accounts and invited links, what was handed in there or at the counter, and the two views by which a provider sees what became of it.
-- hub_provider is the role of whoever sits at the portal. It may read these two views and nothing else; no staff person or API client ever is it.
grant usage on schema hub to hub_provider;

create table hub.portal_account (
    name text primary key check (name ~ '^[a-z0-9][a-z0-9._@-]*$'),
    -- null until the invited person has chosen a password
    password_hash text,
    provider text not null references hub.provider,
    connection text not null references hub.connection,
    enabled boolean not null default true,
    changed_at timestamptz not null default now()
);
create table hub.portal_invitation (
    id uuid primary key default uuidv7(),
    -- SHA-256 of a random token of 256 bits: the token itself is shown once and kept nowhere
    token_hash bytea not null unique,
    connection text not null references hub.connection,
    -- null: somebody who is in no directory
    provider text references hub.provider,
    -- null: for one submission; else for choosing the password of this account
    account text references hub.portal_account,
    invited_by text not null,
    invited_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    -- the session that it opened has done its work
    closed_at timestamptz,
    withdrawn_at timestamptz
);
create index portal_invitation_connection on hub.portal_invitation (connection, id);

-- What was handed in together. The words that came with it (claim number, note) are a person's and lie sealed.
create table hub.portal_submission (
    id uuid primary key,
    at timestamptz not null default now(),
    connection text not null references hub.connection,
    provider text references hub.provider,
    -- how it came: by the provider's own hand (portal), or through a member of the staff (mail, counter)
    handed text not null check (handed in ('portal', 'mail', 'counter')),
    -- 'portal:' and an account, 'link:' and an invitation, or a staff user's name
    by text not null,
    came_on date,
    about text not null,
    -- under the connection's first program and 'portal:' and the id
    words bytea,
    invitation uuid unique references hub.portal_invitation
);
create table hub.portal_upload (
    submission uuid not null references hub.portal_submission,
    upload_id text not null,
    receipt_number text not null,
    report uuid not null,
    at timestamptz not null default now(),
    size int not null,
    -- the file's name often is a patient's
    name bytea not null,
    primary key (submission, upload_id, receipt_number)
);
create index portal_upload_receipt on hub.portal_upload (receipt_number);

revoke select on hub.portal_account, hub.portal_invitation, hub.portal_submission, hub.portal_upload from hub_reader;
grant select, insert, update on hub.portal_account, hub.portal_invitation to hub_pipeline;
grant select, insert on hub.portal_submission, hub.portal_upload to hub_pipeline;

-- Who sits at the portal, as the transaction was told.
create function hub.my_provider() returns text language sql stable parallel safe as $$
    select nullif(current_setting('hub.provider', true), '')
$$;
create function hub.my_portal_name() returns text language sql stable parallel safe as $$
    select nullif(current_setting('hub.portal_name', true), '')
$$;
grant execute on function hub.my_provider(), hub.my_portal_name() to hub_provider;

-- A coordinator's words to a provider, without the numbers of the cases that the report was compared with or put on.
create function hub.without_case_numbers(words text, match jsonb) returns text language plpgsql immutable as $$
declare
    number text;
begin
    for number in
        select c ->> 'caseNumber' from (
            select jsonb_path_query(match, '$.candidates[*]') union all select jsonb_path_query(match, '$.cases[*]')) as compared (c)
        where c ->> 'caseNumber' <> ''
    loop
        words := replace(words, number, '(case)');
    end loop;
    return words;
end $$;

-- How each delivery of a provider stands, in three words. Filed and rejected are both done: nobody learns here whether there is a case.
create view hub.provider_delivery with (security_barrier) as
select r.receipt, r.receipt_number, min(r.received_at) as received_at, min(r.channel) as channel, min(r.control_id) as control_id,
    case when bool_or(asked.at is not null) then 'needs_you'
         when bool_and(r.state in ('filed', 'rejected')) then 'done'
         else 'received' end as standing,
    (array_agg(asked.findings order by asked.at) filter (where asked.at is not null))[1] as findings,
    string_agg(asked.note, E'\n' order by asked.at) as note,
    max(asked.at) as asked_at
from hub.report r
left join lateral (
    select d.at, to_jsonb(d.findings) as findings, hub.without_case_numbers(d.note, r.match) as note
    from hub.decision d where d.report = r.id and d.action = 'request_more' and r.state = 'in_review' and r.reason_code = 'more-requested'
    order by d.at desc limit 1) as asked on true
where r.provider = hub.my_provider() and r.reason_code is distinct from 'split'
group by r.receipt, r.receipt_number;

-- What was handed in at the portal itself, with the file's sealed name.
create view hub.provider_upload with (security_barrier) as
select u.submission, u.upload_id, u.receipt_number, u.at, u.size, u.name, s.about, s.by, c.programs[1] as program
from hub.portal_upload u join hub.portal_submission s on s.id = u.submission join hub.connection c on c.id = s.connection
where s.handed = 'portal' and (s.provider = hub.my_provider() or s.by = hub.my_portal_name());

grant select on hub.provider_delivery, hub.provider_upload to hub_provider;
revoke select on hub.provider_delivery, hub.provider_upload from hub_reader;
