-- Published for other modules: sums of quantities by day, in several rows of one key.
create view activity.v_daily_total as
select community_id, local_date, kind, quantity, state, records, total
from activity.daily_total;
