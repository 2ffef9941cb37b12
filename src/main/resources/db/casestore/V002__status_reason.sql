-- Why a record has its status or came to be: that it was moved, from or to which case and by whom. The mover's own words stay in the hub.
alter table casestore.record add column status_reason text;
alter table casestore.record add column status_at timestamptz;
grant update (status_reason, status_at) on casestore.record to casestore_writer;
create or replace view casestore.filed_record as select * from casestore.record;
