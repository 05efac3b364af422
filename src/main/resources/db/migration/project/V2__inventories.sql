-- What a community has and looks after. condition, inspected_on and due_on follow from the last inspection.
create table project.asset (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null check (length(place) = 12),
    place_path text not null,
    inventory text not null check (inventory in ('FACILITY', 'HERITAGE', 'SPONGE', 'LIFELINE')),
    kind text not null check (kind ~ '^[A-Z_]+$'),
    number text not null check (length(number) between 1 and 40),
    name_zh text not null check (length(name_zh) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    where_words text not null default '' check (length(where_words) <= 300),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    area_m2 numeric(14, 2) check (area_m2 > 0),
    protection text not null default '' check (length(protection) <= 100),
    every_months integer not null check (every_months between 1 and 120),
    condition text check (condition in ('GOOD', 'FAIR', 'POOR', 'OUT_OF_SERVICE')),
    inspected_on date,
    due_on date not null,
    added_by uuid not null,
    added_at timestamptz not null,
    retired_on date,
    retired_by uuid,
    retire_reason text not null default '' check (length(retire_reason) <= 300),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, inventory, number),
    check ((latitude is null) = (longitude is null)),
    check ((condition is null) = (inspected_on is null))
);

create index asset_by_id on project.asset (id);
create index asset_due on project.asset (place_path text_pattern_ops, due_on, id) where retired_on is null;

create table project.inspection (
    community_id integer not null,
    id uuid not null,
    asset_id uuid not null,
    on_day date not null,
    condition text not null check (condition in ('GOOD', 'FAIR', 'POOR', 'OUT_OF_SERVICE')),
    words text not null default '' check (length(words) <= 300),
    inspected_by uuid not null,
    recorded_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, asset_id) references project.asset
);

create index inspection_by_asset on project.inspection (community_id, asset_id, on_day desc, id desc);

create table project.finding (
    community_id integer not null,
    id uuid not null,
    asset_id uuid not null,
    inspection_id uuid not null,
    words text not null check (length(words) between 1 and 300),
    found_on date not null,
    due_on date not null,
    closed_on date,
    closing text not null default '' check (length(closing) <= 300),
    closed_by uuid,
    primary key (community_id, id),
    foreign key (community_id, asset_id) references project.asset,
    check ((closed_on is null) = (closed_by is null))
);

create index finding_by_asset on project.finding (community_id, asset_id);

-- Somebody answers for it that there is nothing of a kind, or of a whole inventory (kind null).
create table project.absence (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null,
    place_path text not null,
    inventory text not null,
    kind text,
    on_day date not null,
    words text not null check (length(words) between 1 and 300),
    signer text not null,
    certified_by uuid not null,
    certified_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    primary key (community_id, id)
);

create index absence_by_id on project.absence (id);
create index absence_by_place on project.absence (place_path text_pattern_ops) where ended_at is null;

-- The last inspection of each asset in each year.
create view project.v_year_inspection as
select distinct on (i.community_id, i.asset_id, extract(year from i.on_day))
    i.community_id, i.asset_id, a.place, a.inventory, a.kind, a.name_zh, a.name_en, a.area_m2,
    extract(year from i.on_day)::integer::text as period, i.id as inspection_id, i.condition,
    i.condition in ('GOOD', 'FAIR') as sound
from project.inspection i
join project.asset a on a.community_id = i.community_id and a.id = i.asset_id
order by i.community_id, i.asset_id, extract(year from i.on_day), i.on_day desc, i.id desc;

-- What module indicator adds up, see MeasureFeed.
create view project.v_measures as
select y.community_id, y.place, told.measure, y.period, y.asset_id::text as subject, y.name_zh as label_zh,
    y.name_en as label_en, '/inventories/' || y.asset_id as link, told.value, true as verified, 0::bigint as cell,
    y.inspection_id::text as mark
from project.v_year_inspection y
cross join lateral (
    values
        (case y.inventory when 'FACILITY' then 'facilities.inspected' when 'HERITAGE' then 'heritage.inspected' end, 1::numeric),
        (case y.inventory when 'FACILITY' then 'facilities.good' when 'HERITAGE' then 'heritage.good' end, y.sound::integer::numeric),
        (case when y.inventory = 'SPONGE' then 'sponge.area' end, y.area_m2)
) told (measure, value)
where told.measure is not null
and told.value is not null
union all
select y.community_id, min(y.place), told.measure, y.period, y.kind, y.kind, y.kind, '/inventories?place=' || min(y.place),
    max(told.value), true, 0, string_agg(y.inspection_id::text, ' ' order by y.inspection_id)
from (
    select *, bool_and(sound) over (partition by community_id, kind, period) as all_sound
    from project.v_year_inspection
    where inventory = 'FACILITY'
) y
cross join lateral (
    values ('facilities.classes', 1::numeric), ('facilities.classes.good', y.all_sound::integer::numeric)
) told (measure, value)
group by y.community_id, told.measure, y.period, y.kind
union all
select f.community_id, a.place, 'lifeline.open', extract(year from f.found_on)::integer::text, f.id::text, a.name_zh,
    a.name_en, '/inventories/' || a.id, (f.closed_on is null)::integer::numeric, true, 0, coalesce(f.closed_on::text, 'open')
from project.finding f
join project.asset a on a.community_id = f.community_id and a.id = f.asset_id
where a.inventory = 'LIFELINE'
union all
select p.community_id, left(p.place_code, 12), 'projects.accepted', extract(year from p.accepted_on)::integer::text,
    p.id::text, p.title_zh, p.title_en, '/projects/' || p.id, 1, true, 0, p.accepted_on::text
from project.project p
where p.accepted_on is not null
and p.community_id > 0
union all
select p.community_id, left(p.place_code, 12),
    case m.kind when 'PLAN' then 'funds.planned' when 'ALLOCATE' then 'funds.allocated' else 'funds.paid' end,
    extract(year from m.on_day)::integer::text, m.id::text, p.title_zh, p.title_en, '/projects/' || p.id,
    m.amount_fen / 100.0, true, 0, m.source
from project.fund_movement m
join project.project p on p.community_id = m.community_id and p.id = m.project_id
where m.amount_fen is not null
and p.community_id > 0
union all
select p.community_id, left(p.place_code, 12), told.measure,
    extract(year from r.added_at at time zone 'Asia/Shanghai')::integer::text, r.id::text, r.name, r.name,
    '/projects/' || p.id, told.value, true, 0, r.certificate
from project.product r
join project.project p on p.community_id = r.community_id and p.id = r.project_id
cross join lateral (
    values ('products.listed', 1::numeric), ('products.green', (r.certificate <> '')::integer::numeric)
) told (measure, value)
where r.removed_at is null
and p.community_id > 0;
