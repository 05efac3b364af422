-- A value that changes stays on its page when there is room, and then none of its indexes is written.
alter table indicator.place_value set (fillfactor = 85);

-- What was entered of some measures is found without reading all that a community gave.
drop index indicator.entry_by_place;
create index entry_by_place on indicator.entry (community_id, place, period, measure);
