create schema if not exists casestore;
grant usage on schema casestore to casestore_writer, casestore_reader;
