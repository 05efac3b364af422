-- A place to stand and look from, so that before, during and after show the same.
create table project.photo_point (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null,
    place_path text not null,
    project_id uuid not null,
    name_zh text not null check (length(name_zh) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    bearing_degrees integer check (bearing_degrees between 0 and 359),
    added_by uuid not null,
    added_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check ((latitude is null) = (longitude is null))
);

create index photo_point_by_id on project.photo_point (id);
create index photo_point_by_project on project.photo_point (project_id);
create index photo_point_by_place on project.photo_point (place_path text_pattern_ops, id desc);

create table project.photo (
    community_id integer not null,
    id uuid not null,
    point_id uuid not null,
    phase text not null check (phase in ('BEFORE', 'DURING', 'AFTER')),
    taken_on date not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    mime text not null,
    taken_by uuid not null,
    kept_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    removal_reason text not null default '' check (length(removal_reason) <= 300),
    primary key (community_id, id),
    foreign key (community_id, point_id) references project.photo_point
);

create index photo_by_id on project.photo (id);
create index photo_by_point on project.photo (community_id, point_id, taken_on, id);
