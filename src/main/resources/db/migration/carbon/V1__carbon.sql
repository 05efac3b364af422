create schema carbon;

-- What a place did for the climate in a period. The document says everything and is never changed; the columns beside it are read
-- from it, for lists and sums.
create table carbon.statement (
    community_id integer not null,
    id uuid not null,
    community_code text not null check (community_code ~ '^[0-9]{12}$'),
    place text not null,
    path text not null,
    name_zh text not null,
    name_en text not null,
    period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
    scope text not null check (scope in ('ORGANICS', 'SAVING')),
    horizon text not null check (horizon in ('ANNUAL', 'TWENTY_YEARS')),
    gwp text not null,
    net_kg numeric not null,
    low_kg numeric not null,
    high_kg numeric not null,
    landfill_only_kg numeric not null,
    treated_kg numeric not null check (treated_kg >= 0),
    document text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    state text not null check (state in ('DRAFT', 'VERIFIED', 'REJECTED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
    made_by uuid not null,
    made_at timestamptz not null,
    verified_by uuid check (verified_by <> made_by),
    verified_at timestamptz,
    published_by uuid check (published_by <> made_by),
    published_at timestamptz,
    ended_by uuid,
    ended_at timestamptz,
    supersedes uuid,
    superseded_by uuid,
    reason text not null default '',
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    constraint statement_is_verified_whole check ((verified_by is null) = (verified_at is null)),
    constraint statement_is_published_whole check ((published_by is null) = (published_at is null)),
    constraint statement_is_verified_first check (published_at is null or verified_at is not null),
    constraint statement_interval_has_order check (low_kg <= high_kg)
);

create index statement_by_id on carbon.statement (id);
create index statement_by_path on carbon.statement (path text_pattern_ops, id);
create unique index statement_stands_once on carbon.statement (community_id, place, scope, period) where state = 'PUBLISHED';

-- How a city or county treats its waste in a year. What is entered later for the same place and year counts; nothing is changed.
create table carbon.baseline_mix (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    name_zh text not null,
    name_en text not null,
    year integer not null check (year between 1950 and 2199),
    landfill numeric not null check (landfill >= 0),
    incineration numeric not null check (incineration >= 0),
    dump numeric not null check (dump >= 0),
    evidence text not null check (evidence <> ''),
    entered_by uuid not null,
    entered_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint mix_is_whole check (landfill + incineration + dump = 1)
);

create index baseline_mix_by_path on carbon.baseline_mix (path text_pattern_ops, year);

-- Published statements for the sums of the indicators: 20 years and yearly accounting are never added to each other, nor results by
-- different warming potentials. A month counts for its year as well; a year and its months are never published both.
create view carbon.v_measure as
select s.community_id, s.community_code as place, told.measure, periods.period, s.id::text as subject,
    s.name_zh || ' ' || s.period as label_zh, s.name_en || ' ' || s.period as label_en,
    '/carbon/statements/' || s.id as link, told.value, true as verified, 0::bigint as cell, s.hash as mark
from carbon.statement s
cross join lateral (
    values ('carbon.' || lower(s.scope) || '.net' || case s.horizon when 'ANNUAL' then '.annual' else '' end, s.net_kg),
        ('carbon.' || lower(s.scope) || '.buried' || case s.horizon when 'ANNUAL' then '.annual' else '' end, s.landfill_only_kg)
) told (measure, value)
cross join lateral (
    select distinct unnest(array[s.period, left(s.period, 4)]) as period
) periods
where s.state = 'PUBLISHED'
and s.gwp = 'AR5_100';
