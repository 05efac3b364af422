-- Postings are only ever added. By default they are vacuumed as soon as a thousand more and a fifth of those not yet frozen have
-- come, which under load is once a minute and takes a quarter of the postings a second while it lasts. Two million at a time, and
-- at a fifth of the pace, is early enough for a table without dead rows.
alter table points.posting set (autovacuum_vacuum_insert_threshold = 2000000, autovacuum_vacuum_cost_limit = 40);
