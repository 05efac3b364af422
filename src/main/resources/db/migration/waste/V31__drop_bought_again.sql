-- A drop is bought by one receipt that stands; when that is taken back, another may buy it.
alter table waste.buy_back add column is_reversed boolean not null default false;

update waste.buy_back b
set is_reversed = true
from waste.buy_back counter
where counter.community_id = b.community_id and counter.reverses = b.id;

drop index waste.buy_back_drop_once;
create unique index buy_back_drop_once on waste.buy_back (community_id, drop_id)
    where drop_id is not null and reverses is null and not is_reversed;
