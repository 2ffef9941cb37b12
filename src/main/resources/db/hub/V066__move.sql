-- A filed report can be moved to another case: one more decision, which names the case it is taken from.
alter table hub.decision add column moved_from text;
alter table hub.decision drop constraint decision_action_check;
alter table hub.decision add constraint decision_action_check check (action in ('accept', 'reject', 'split', 'request_more', 'move'));
alter table hub.decision add constraint decision_move_check
    check (action <> 'move' or (program is not null and cardinality(case_numbers) = 1 and moved_from is not null and length(trim(reason)) > 0));

-- The cases a report belongs on by all that was decided: the last acceptance, and the moves since.
create function hub.filed_on(asked uuid) returns text[] language plpgsql stable as $$
declare
    line record;
    cases text[] := '{}';
begin
    for line in select action, case_numbers, moved_from from hub.decision
                where report = asked and action in ('accept', 'move') order by at, id loop
        cases := case line.action when 'accept' then line.case_numbers
            else array_replace(cases, line.moved_from, line.case_numbers[1]) end;
    end loop;
    return cases;
end $$;
