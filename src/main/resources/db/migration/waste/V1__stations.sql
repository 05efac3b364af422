create schema waste;

-- A drop-off station: what the waste module knows about a place site of type drop-off-station.
create table waste.station (
    community_id integer not null check (community_id > 0),
    site_id uuid not null,
    accepted text[] not null,
    weighs boolean not null,
    note text not null default '' check (length(note) <= 500),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, site_id),
    check (cardinality(accepted) > 0),
    check (accepted <@ array ['kitchen', 'recyclable', 'hazardous', 'residual'])
);

create index station_by_site on waste.station (site_id);

-- A timetable holds from its first day until a later one begins.
create table waste.timetable (
    community_id integer not null,
    site_id uuid not null,
    valid_from date not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (community_id, site_id, valid_from),
    foreign key (community_id, site_id) references waste.station
);

-- days: bit 0 is Monday, bit 6 is Sunday. Times are minutes of the local day, 1440 being 24:00.
create table waste.opening_window (
    community_id integer not null,
    site_id uuid not null,
    valid_from date not null,
    from_minute smallint not null,
    to_minute smallint not null,
    days smallint not null check (days between 1 and 127),
    primary key (community_id, site_id, valid_from, from_minute, days),
    foreign key (community_id, site_id, valid_from) references waste.timetable on delete cascade,
    check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440)
);

create table waste.closure (
    community_id integer not null,
    site_id uuid not null,
    day date not null,
    reason text not null check (length(reason) between 1 and 200),
    primary key (community_id, site_id, day),
    foreign key (community_id, site_id) references waste.station
);
