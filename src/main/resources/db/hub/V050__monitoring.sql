-- An alert about a connection is for the programs it serves; one without programs is about the hub itself and for every engineer.
alter table hub.alert add column programs text[];
alter table hub.alert enable row level security;
create policy alert_hub on hub.alert to hub_intake, hub_pipeline, hub_reader using (true) with check (true);
create policy alert_staff on hub.alert for select to hub_staff using (programs is null or programs && hub.my_programs());

-- when a connection last sent something, without reading what all the others sent
create index receipt_connection on hub.receipt (connection, received_at);
create index report_quarantined on hub.report (reason_code, received_at) where state = 'quarantined';
