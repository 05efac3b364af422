-- Sites may belong to a programme, whose coverage is told by itself.
alter table compost.site add column programme text not null default '' check (length(programme) <= 60);

create index site_by_programme on compost.site (programme) where programme <> '';
create index entry_by_photo on compost.entry using gin (evidence);
create index quality_test_by_photo on compost.quality_test using gin (evidence);

-- A museum, market or school that keeps a ledger of its waste.
create table compost.institution (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null check (length(place) = 12),
    name_zh text not null check (length(name_zh) between 1 and 60),
    name_en text not null check (length(name_en) between 1 and 80),
    kind text not null check (kind in ('MUSEUM', 'MARKET', 'SCHOOL', 'PARK', 'OFFICE')),
    note text not null default '' check (length(note) <= 500),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, id)
);

create index institution_by_id on compost.institution (id);

-- What left an institution in a month, and where it went. Rows are never changed; a wrong one is taken back.
create table compost.waste_line (
    community_id integer not null,
    id uuid not null,
    institution_id uuid not null,
    month date not null check (extract(day from month) = 1),
    source text not null,
    stream text not null,
    destination text not null,
    mass_kg numeric not null check (mass_kg > 0),
    note text not null default '' check (length(note) <= 200),
    content_hash text not null,
    origin text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    taken_back_by uuid,
    taken_back_at timestamptz,
    reason text not null default '' check (length(reason) <= 300),
    primary key (community_id, id),
    foreign key (community_id, institution_id) references compost.institution,
    check (taken_back_at is null or (taken_back_by is not null and reason <> ''))
);

create index waste_line_by_month on compost.waste_line (community_id, institution_id, month);

-- How many came, or how many stalls there were; the last word of a month counts.
create table compost.attendance (
    community_id integer not null,
    institution_id uuid not null,
    month date not null check (extract(day from month) = 1),
    number integer not null check (number > 0),
    persons bigint not null check (persons >= 0),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (community_id, institution_id, month, number),
    foreign key (community_id, institution_id) references compost.institution
);

-- A month somebody else found right; from then on it stays.
create table compost.ledger_month (
    community_id integer not null,
    institution_id uuid not null,
    month date not null check (extract(day from month) = 1),
    confirmed_by uuid not null,
    confirmed_at timestamptz not null,
    primary key (community_id, institution_id, month),
    foreign key (community_id, institution_id) references compost.institution
);

-- One row for each thing that adds to a measure of institutions, for its month and for its year.
create view compost.v_ledger_row as
select line.community_id,
       institution.place,
       measure.code as measure,
       period.code as period,
       line.id::text as subject,
       to_char(line.month, 'YYYY-MM') || ' · ' || institution.name_zh as label_zh,
       to_char(line.month, 'YYYY-MM') || ' · ' || institution.name_en as label_en,
       '/compost/institutions/' || institution.id::text || '?year=' || to_char(line.month, 'YYYY') as link,
       line.mass_kg as value,
       exists (
           select from compost.ledger_month done
           where done.community_id = line.community_id
             and done.institution_id = line.institution_id
             and done.month = line.month) as verified,
       0::bigint as cell,
       line.content_hash as mark
from compost.waste_line line
join compost.institution institution
    on institution.community_id = line.community_id and institution.id = line.institution_id
cross join lateral (
    values ('institution.waste.mass'::text), ('institution.diverted.mass'::text)
) measure (code)
cross join lateral (
    values (to_char(line.month, 'YYYY-MM')), (to_char(line.month, 'YYYY'))
) period (code)
where line.taken_back_at is null
  and (measure.code = 'institution.waste.mass' or line.destination not in ('INCINERATED', 'LANDFILLED'));
