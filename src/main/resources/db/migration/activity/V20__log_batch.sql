-- Which batch of the transparency log names the row; null only for rows from before there was a log. The indexes hold
-- those rows alone, so that recording pays nothing for them.
alter table activity.activity add column log_batch bigint;
alter table activity.verification add column log_batch bigint;
create index activity_outside_log on activity.activity (community_id, id) where log_batch is null;
create index verification_outside_log on activity.verification (community_id, id) where log_batch is null;
