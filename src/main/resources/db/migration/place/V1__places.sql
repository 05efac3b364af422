create schema place;

-- Reference data (small): the administrative tree from the nation down to communities, one row for each unit and stretch
-- of time. "follows" is the end of the row before; together with the three unique keys it makes gaps and overlaps of one
-- unit impossible, without an extension.
create table place.division (
    code       text   not null check (code ~ '^[0-9]{12}$'),
    valid_from date   not null,
    valid_to   date,
    follows    date,
    kind       text   not null check (kind in ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'STREET', 'COMMUNITY')),
    parent     text,
    path       text   not null check (path ~ '^/([0-9]+(/[0-9]+)*)?$'),
    name_zh    text   not null check (name_zh <> ''),
    name_en    text   not null check (name_en <> ''),
    pinyin     text   not null,
    initials   text   not null,
    successors text[] not null default '{}',
    origin     text   not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    source     text   not null check (source <> ''),
    primary key (code, valid_from),
    constraint division_ends_after_it_begins check (valid_to > valid_from),
    constraint division_begins_where_the_last_ended check (follows = valid_from),
    constraint division_has_a_parent check ((parent is null) = (kind = 'NATION')),
    constraint division_begins_once unique nulls not distinct (code, follows),
    constraint division_ends_once unique nulls not distinct (code, valid_to),
    constraint division_has_no_gap foreign key (code, follows) references place.division (code, valid_to)
);

create index division_by_parent on place.division (parent);
create index division_by_path on place.division (path text_pattern_ops);

insert into place.division (code, valid_from, kind, path, name_zh, name_en, pinyin, initials, origin, source)
values ('000000000000', '1949-10-01', 'NATION', '/', '中国', 'China', 'zhongguo', 'zg', 'PUBLIC', 'https://www.gov.cn/');

-- Reference data: a community keeps its number when codes and names change.
create table place.community (
    id             integer generated always as identity primary key check (id between 1 and 1048575),
    code           text    not null unique check (code ~ '^[0-9]{12}$'),
    zone           text    not null default 'Asia/Shanghai',
    urban          boolean not null,
    estate_type_zh text,
    estate_type_en text,
    founded_on     text,
    area_km2       numeric check (area_km2 > 0),
    residents      integer check (residents >= 0),
    households     integer check (households >= 0),
    latitude       double precision check (latitude between -90 and 90),
    longitude      double precision check (longitude between -180 and 180),
    origin         text    not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    source         text    not null check (source <> ''),
    constraint community_estate_type_in_both_languages check ((estate_type_zh is null) = (estate_type_en is null)),
    constraint community_location_is_whole check ((latitude is null) = (longitude is null))
);

create table place.community_alias (
    community_id integer not null references place.community (id),
    alias        text    not null check (alias <> ''),
    pinyin       text    not null,
    initials     text    not null,
    primary key (community_id, alias)
);

-- Growing: quarters, buildings and dwellings. The code begins with the community's code; the path follows from it.
create table place.premises (
    community_id integer not null,
    id           uuid    not null,
    code         text    not null check (code ~ '^[0-9]{12}(-[A-Z0-9]+)+$'),
    kind         text    not null check (kind in ('QUARTER', 'BUILDING', 'DWELLING')),
    parent_code  text,
    name_zh      text    not null check (name_zh <> ''),
    name_en      text    not null check (name_en <> ''),
    label        text    not null,
    pinyin       text    not null,
    initials     text    not null,
    origin       text    not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, code),
    foreign key (community_id, parent_code) references place.premises (community_id, code)
);

create index premises_by_parent on place.premises (community_id, parent_code);

-- Growing: where something is done.
create table place.site (
    community_id integer not null,
    id           uuid    not null,
    code         text    not null check (code ~ '^[0-9]{12}-S-[A-Z0-9]+$'),
    type         text    not null check (type ~ '^[a-z][a-z0-9-]*$'),
    name_zh      text    not null check (name_zh <> ''),
    name_en      text    not null check (name_en <> ''),
    pinyin       text    not null,
    initials     text    not null,
    latitude     double precision check (latitude between -90 and 90),
    longitude    double precision check (longitude between -180 and 180),
    origin       text    not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, code),
    constraint site_location_is_whole check ((latitude is null) = (longitude is null))
);

-- Growing: households. The card number is the household's number within its community.
create table place.household (
    community_id  integer not null,
    id            uuid    not null,
    dwelling_code text    not null,
    card_number   integer not null check (card_number between 0 and 1048575),
    card_code     text    not null check (card_code ~ '^[0-9A-HJKMNP-TV-Z]{9}$'),
    persons       integer not null check (persons between 0 and 99),
    since         date    not null,
    until         date,
    origin        text    not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, card_number),
    unique (community_id, card_code),
    foreign key (community_id, dwelling_code) references place.premises (community_id, code),
    constraint household_leaves_after_it_came check (until >= since)
);

create index household_by_id on place.household (id);
create unique index household_one_in_a_dwelling on place.household (community_id, dwelling_code) where until is null;

create view place.v_division_today as
select *
from place.division
where valid_from <= (now() at time zone 'Asia/Shanghai')::date
  and (valid_to is null or valid_to > (now() at time zone 'Asia/Shanghai')::date);

-- Published for other modules.
create view place.v_community as
select community.id as community_id,
       community.code,
       division.path,
       division.name_zh,
       division.name_en,
       community.urban,
       community.zone
from place.community community
join place.v_division_today division on division.code = community.code;

-- Published for other modules; every household that ever lived here, "until" tells who has moved out.
create view place.v_household as
select household.community_id,
       household.id as household_id,
       household.dwelling_code,
       dwelling.parent_code as building_code,
       community.path || '/' || replace(substr(household.dwelling_code, 14), '-', '/') as path,
       dwelling.label,
       household.since,
       household.until
from place.household household
join place.premises dwelling
  on dwelling.community_id = household.community_id
 and dwelling.code = household.dwelling_code
join place.v_community community on community.community_id = household.community_id;
