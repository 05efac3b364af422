-- Meters of households and of sites, and what was read from them. Nothing is edited: a wrong reading is taken back.
create table sensing.meter (
    community_id integer not null,
    id uuid not null,
    kind text not null check (kind in ('ELECTRICITY', 'WATER')),
    place text not null,
    place_path text not null,
    -- null for a meter of the site
    household_id uuid,
    name text not null check (length(name) between 1 and 100),
    -- the reading at which it begins again at zero; null when not known
    capacity numeric(14, 3) check (capacity > 0),
    since date not null,
    closed_on date,
    replaces uuid,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, id)
);

create unique index meter_of_household on sensing.meter (community_id, household_id, kind)
    where closed_on is null and household_id is not null;
create index meter_by_id on sensing.meter (id);
create index meter_by_place on sensing.meter (community_id, place_path text_pattern_ops, id);

-- value is in kWh or m3, as the meter shows it at the beginning of the day.
create table sensing.meter_reading (
    community_id integer not null,
    meter_id uuid not null,
    id uuid not null,
    read_on date not null,
    value numeric(14, 3) not null check (value >= 0),
    -- whether the meter passed zero since the reading before
    rolled_over boolean not null default false,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    read_by uuid not null,
    recorded_at timestamptz not null,
    taken_back_at timestamptz,
    taken_back_by uuid,
    primary key (community_id, meter_id, id)
);

create unique index meter_reading_of_day on sensing.meter_reading (community_id, meter_id, read_on)
    where taken_back_at is null;

-- What went through a meter between two readings in a row.
create view sensing.v_meter_span as
select m.community_id, m.id as meter_id, m.kind, m.household_id, m.place_path, r.from_on, r.until_on,
    r.value - r.before + case when r.rolled_over then coalesce(m.capacity, 0) else 0 end as used
from (
    select community_id, meter_id, read_on as until_on, value, rolled_over,
        lag(read_on) over readings as from_on, lag(value) over readings as before
    from sensing.meter_reading
    where taken_back_at is null
    window readings as (partition by community_id, meter_id order by read_on)) r
join sensing.meter m on m.community_id = r.community_id and m.id = r.meter_id
where r.from_on is not null;
