-- Which batch of the transparency log names the row; null only for rows from before there was a log. The index holds those
-- rows alone, so that posting pays nothing for it.
alter table points.posting add column log_batch bigint;
create index posting_outside_log on points.posting (community_id, id) where log_batch is null;
