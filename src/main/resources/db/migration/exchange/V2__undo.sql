-- What was taken can be taken back, which is a third phase; a file that was taken back is not taken again as it is.
alter table exchange.import_job drop constraint import_job_phase_check;
alter table exchange.import_job add constraint import_job_phase_check check (phase in ('CHECK', 'RUN', 'UNDO'));

create index import_job_taken_back on exchange.import_job (file_sha256, source) where phase = 'UNDO';
