-- One receipt may hold several reports (an e-mail with three attachments). Such a report knows where in the delivery it stands, and what it is by itself;
-- where a delivery is one report, the receipt's own media type counts.
alter table hub.report
    add column part_path text not null default '',
    add column media_type text,
    -- as the sender named it: shown to people, never used as a path and never logged
    add column file_name text;
-- a part that a person splits is still the same part of its delivery
grant insert (part_path, media_type, file_name) on hub.report to hub_staff;
