-- What carrying away and treating a tonne of waste costs in a place, and what a kilogram of nutrients costs as bought fertiliser.
-- What is entered later for the same place and year counts; nothing is changed.
create table compost.cost (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    name_zh text not null,
    name_en text not null,
    year integer not null check (year between 2000 and 2199),
    collection_fen_per_tonne bigint not null check (collection_fen_per_tonne >= 0),
    treatment_fen_per_tonne bigint not null check (treatment_fen_per_tonne >= 0),
    nutrient_fen_per_kg bigint not null check (nutrient_fen_per_kg >= 0),
    evidence text not null check (length(evidence) between 1 and 500),
    entered_by uuid not null,
    entered_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC'))
);

create index cost_by_path on compost.cost (path text_pattern_ops, year);

-- When people came together at a site: how many and for how long, never who. Rows are never changed; a wrong one is taken back.
create table compost.gathering (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    kind text not null check (kind in ('LESSON', 'TRAINING', 'WORKDAY', 'VISIT')),
    people integer not null check (people between 1 and 100000),
    hours numeric not null check (hours > 0 and hours <= 24),
    words text not null default '' check (length(words) <= 200),
    link text not null default '' check (link = '' or link ~ '^https?://' and length(link) <= 300),
    local_date date not null,
    content_hash text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    taken_back_by uuid,
    taken_back_at timestamptz,
    reason text not null default '' check (length(reason) <= 300),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    foreign key (community_id, site_id) references compost.site,
    check (taken_back_at is null or (taken_back_by is not null and reason <> ''))
);

create index gathering_by_id on compost.gathering (id);
create index gathering_by_site on compost.gathering (community_id, site_id, local_date);
