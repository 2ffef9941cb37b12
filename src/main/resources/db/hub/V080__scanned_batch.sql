-- A scanned batch and the marks that were found on its pages, so that everybody can see how it was split and mend it.
create table hub.scanned_batch (
    -- the report that stands for the whole
    report uuid primary key,
    receipt_number text not null,
    at timestamptz not null default now(),
    pages int not null,
    -- page numbers of the sheets between the reports; they belong to none
    sheets int[] not null
);
grant select, insert on hub.scanned_batch to hub_pipeline;
revoke select on hub.scanned_batch from hub_reader;
-- a part that a person makes anew of a batch which came before stays marked as a copy
grant insert (copy_of) on hub.report to hub_staff;
