-- Names that are only spelled alike: for reports that share no key with anybody, and for whoever searches at the desk. pg_trgm is a trusted extension: the database's owner may
-- create it, and where that role may not, an administrator does so once (create extension pg_trgm schema hub).
create extension if not exists pg_trgm schema hub;
create index person_name_trigrams on hub.person using gin ((lower(family || ' ' || given)) hub.gin_trgm_ops);

-- For the desk: an index can't serve an operator that may leak behind row-level security, so the programs of whoever asks are asked for here.
create function hub.people_spelled_alike(name text, most int) returns table (program text, id text) language sql stable security definer
set search_path = hub, pg_temp as $$
    select s.program, s.id from (select p.program, p.id, similarity(lower(p.family || ' ' || p.given), lower(name)) as alike from hub.person p
        where p.program = any (hub.my_programs()) and lower(p.family || ' ' || p.given) % lower(name) limit 500) as s
    order by s.alike desc, s.id limit most
$$;
revoke execute on function hub.people_spelled_alike(text, int) from public;
grant execute on function hub.people_spelled_alike(text, int) to hub_staff;
