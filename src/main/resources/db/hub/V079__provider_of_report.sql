-- A provider pages through what it sent, newest first, without reading what all the others sent.
create index report_provider on hub.report (provider, receipt) where provider is not null;
