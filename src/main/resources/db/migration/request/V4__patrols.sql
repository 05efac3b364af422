-- A way along places with plates, walked every so many days.
create table request.route (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null,
    place_path text not null,
    name_zh text not null check (length(name_zh) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    every_days integer not null check (every_days between 1 and 366),
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    walked_on date,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create index route_by_id on request.route (id);
create index route_by_place on request.route (place_path text_pattern_ops, id desc);

create table request.checkpoint (
    community_id integer not null,
    route_id uuid not null,
    number integer not null check (number > 0),
    place text not null,
    primary key (community_id, route_id, number),
    unique (community_id, route_id, place),
    foreign key (community_id, route_id) references request.route
);

create table request.patrol (
    community_id integer not null,
    id uuid not null,
    route_id uuid not null,
    walked_by uuid not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    foreign key (community_id, route_id) references request.route
);

create index patrol_by_id on request.patrol (id);
create index patrol_by_route on request.patrol (community_id, route_id, id desc);

-- What was found at a checkpoint; request_id is the request that came of it.
create table request.visit (
    community_id integer not null,
    patrol_id uuid not null,
    number integer not null,
    result text not null check (result in ('GOOD', 'FINDING', 'NOT_REACHED')),
    scanned boolean not null,
    words text not null default '' check (length(words) <= 300),
    request_id uuid,
    visited_at timestamptz not null,
    primary key (community_id, patrol_id, number),
    foreign key (community_id, patrol_id) references request.patrol,
    check ((result = 'FINDING') = (request_id is not null))
);
