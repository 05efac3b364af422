-- Quarters and buildings may have an outline too, and the box around each outline says which ones a map shows.
alter table place.outline drop constraint outline_code_check;
alter table place.outline add constraint outline_code_check check (code ~ '^[0-9]{12}(-[A-Z0-9]+)*$');

alter table place.outline
    add column west  double precision,
    add column south double precision,
    add column east  double precision,
    add column north double precision;

update place.outline
set (west, south, east, north) = (
    select min((position ->> 0)::double precision),
           min((position ->> 1)::double precision),
           max((position ->> 0)::double precision),
           max((position ->> 1)::double precision)
    from jsonb_array_elements(geometry -> 'coordinates') as polygon,
         jsonb_array_elements(polygon) as ring,
         jsonb_array_elements(ring) as position);

alter table place.outline
    alter column west set not null,
    alter column south set not null,
    alter column east set not null,
    alter column north set not null,
    add constraint outline_box_is_whole check (west <= east and south <= north);

create index outline_by_box on place.outline using gist (box(point(west, south), point(east, north)));
create index site_by_position on place.site using gist (point(longitude, latitude));
create index community_by_position on place.community using gist (point(longitude, latitude));
