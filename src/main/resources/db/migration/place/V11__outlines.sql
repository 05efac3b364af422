-- Growing: the outline of a community or site, GeoJSON in WGS-84.
create table place.outline (
    community_id integer          not null,
    code         text             not null check (code ~ '^[0-9]{12}(-S-[A-Z0-9]+)?$'),
    geometry     jsonb            not null,
    area_m2      double precision not null check (area_m2 > 0),
    source       text             not null check (source <> ''),
    changed_at   timestamptz      not null,
    changed_by   uuid,
    primary key (community_id, code)
);
