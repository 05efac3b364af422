-- Values of communities stood twice, as leaves and as the lowest sums. From now on sums are kept of places above communities
-- only; both are read through one view. The first refresh counts everything again.
delete from indicator.rollup;
delete from indicator.recomputed;

alter table indicator.place_value
    add column parent text generated always as (
        case when path = '/' then null else coalesce(nullif(left(path, length(path) - strpos(reverse(path), '/')), ''), '/') end) stored;

create index place_value_by_parent on indicator.place_value (measure, period, parent);

create view indicator.v_tally as
select measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most, about, places
from indicator.rollup
union all
select measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most, about,
    (records > 0)::integer::bigint
from indicator.place_value
where community_id > 0;

alter table indicator.changed
    add column measures text not null default '';

comment on column indicator.changed.measures is 'codes of the measures to be reckoned again, with commas between; empty for all';
