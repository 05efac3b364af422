create schema compost;

-- A compost site stands on a site of the place tree; the code of its community is kept for the figures.
create table compost.site (
    community_id integer not null check (community_id > 0),
    site_id uuid not null,
    place text not null check (length(place) = 12),
    name_zh text not null check (length(name_zh) between 1 and 60),
    name_en text not null check (length(name_en) between 1 and 80),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    scene text not null,
    operator text not null default '' check (length(operator) <= 100),
    started_on date not null,
    bucket_litres numeric not null check (bucket_litres > 0 and bucket_litres <= 1000),
    note text not null default '' check (length(note) <= 500),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, site_id)
);

create index site_by_id on compost.site (site_id);

-- A bin, a windrow or a vessel.
create table compost.unit (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    code text not null check (length(code) between 1 and 20),
    method text not null,
    litres numeric not null check (litres > 0 and litres <= 1000000),
    probes integer not null check (probes between 1 and 3),
    added_by uuid not null,
    added_at timestamptz not null,
    retired_on date,
    primary key (community_id, id),
    unique (community_id, site_id, code),
    foreign key (community_id, site_id) references compost.site
);

create index unit_by_id on compost.unit (id);

-- What goes through a unit from the first bucket to the finished compost.
create table compost.batch (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    unit_id uuid not null,
    code text not null,
    state text not null check (state in ('BUILDING', 'ACTIVE', 'CURING', 'SCREENED', 'TESTED', 'USED', 'DISCARDED')),
    started_on date not null,
    ended_on date check (ended_on >= started_on),
    out_moisture_percent numeric check (out_moisture_percent between 0 and 100),
    origin text not null,
    started_by uuid not null,
    started_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, unit_id) references compost.unit
);

create index batch_by_id on compost.batch (id);
create index batch_by_unit on compost.batch (community_id, unit_id, started_on desc);
create unique index batch_in_unit on compost.batch (community_id, unit_id) where ended_on is null;
create index batch_by_site on compost.batch (community_id, site_id, id desc);

create table compost.batch_step (
    community_id integer not null,
    batch_id uuid not null,
    number integer not null check (number > 0),
    state text not null,
    note text not null default '' check (length(note) <= 200),
    done_by uuid not null,
    done_at timestamptz not null,
    primary key (community_id, batch_id, number),
    foreign key (community_id, batch_id) references compost.batch
);

-- The process log. Rows are never changed; a wrong one is taken back or corrected by a further one.
create table compost.entry (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    unit_id uuid not null,
    batch_id uuid,
    kind text not null check (kind in ('FEED', 'WATER', 'TURN', 'TEMPERATURE', 'SQUEEZE', 'SMELL', 'LEACHATE', 'PESTS',
        'PHOTO', 'OUTPUT', 'REJECT')),
    material text,
    counts boolean not null,
    mass_kg numeric,
    litres numeric check (litres > 0),
    core_celsius numeric check (core_celsius between -20 and 90),
    edge_celsius numeric check (edge_celsius between -20 and 90),
    base_celsius numeric check (base_celsius between -20 and 90),
    finding text,
    note text not null default '' check (length(note) <= 300),
    occurred_at timestamptz not null,
    local_date date not null,
    clock_changed boolean not null,
    evidence text[] not null,
    corrects uuid,
    content_hash text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    origin text not null,
    primary key (community_id, id),
    check (mass_kg > 0 or corrects is not null),
    check (kind <> 'TEMPERATURE' or core_celsius is not null),
    check (kind <> 'FEED' or material is not null)
);

create index entry_by_id on compost.entry (id);
create index entry_by_site on compost.entry (community_id, site_id, local_date, id);
create index entry_by_unit on compost.entry (community_id, unit_id, kind, occurred_at desc);
create index entry_by_batch on compost.entry (community_id, batch_id, local_date);

create table compost.entry_taken_back (
    community_id integer not null,
    entry_id uuid not null,
    reason text not null check (length(reason) between 1 and 300),
    taken_back_by uuid not null,
    taken_back_at timestamptz not null,
    primary key (community_id, entry_id),
    foreign key (community_id, entry_id) references compost.entry
);

-- Buckets of the site on the scale: they alone turn litres into kilograms that count.
create table compost.weighing (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    material text not null,
    gross_kg numeric not null check (gross_kg > tare_kg),
    tare_kg numeric not null check (tare_kg >= 0),
    litres numeric not null check (litres > 0),
    local_date date not null,
    content_hash text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    origin text not null,
    primary key (community_id, id),
    foreign key (community_id, site_id) references compost.site
);

create index weighing_by_site on compost.weighing (community_id, site_id, local_date);

-- How far a site's month is; without a row it is open.
create table compost.site_month (
    community_id integer not null,
    site_id uuid not null,
    month date not null check (extract(day from month) = 1),
    state text not null check (state in ('SUBMITTED', 'RETURNED', 'REJECTED', 'PUBLISHED')),
    entries integer not null default 0,
    treated_kg numeric,
    made_kg numeric,
    submitted_by uuid not null,
    decided_by uuid check (state <> 'PUBLISHED' or decided_by <> submitted_by),
    changed_at timestamptz not null,
    primary key (community_id, site_id, month),
    foreign key (community_id, site_id) references compost.site,
    check (state <> 'PUBLISHED' or (decided_by is not null and treated_kg is not null and made_kg is not null))
);

create index site_month_waiting on compost.site_month (community_id, month) where state = 'SUBMITTED';

create table compost.site_month_step (
    community_id integer not null,
    site_id uuid not null,
    month date not null,
    number integer not null check (number > 0),
    step text not null,
    reason text not null default '' check (length(reason) <= 500),
    done_by uuid not null,
    done_at timestamptz not null,
    primary key (community_id, site_id, month, number),
    foreign key (community_id, site_id, month) references compost.site_month
);

-- What the reviewer said of an entry he looked at; the last word counts.
create table compost.look (
    community_id integer not null,
    entry_id uuid not null,
    number integer not null check (number > 0),
    good boolean not null,
    words text not null default '' check (length(words) <= 300),
    looked_by uuid not null,
    looked_at timestamptz not null,
    primary key (community_id, entry_id, number),
    foreign key (community_id, entry_id) references compost.entry
);

-- What an entry counts in a published month; never changed.
create table compost.credit (
    community_id integer not null,
    entry_id uuid not null,
    site_id uuid not null,
    month date not null,
    measure text not null,
    mass_kg numeric not null,
    place text not null,
    primary key (community_id, entry_id),
    foreign key (community_id, entry_id) references compost.entry
);

create index credit_by_month on compost.credit (community_id, site_id, month, entry_id);

-- Tests of a batch, of its own or by a laboratory.
create table compost.quality_test (
    community_id integer not null,
    id uuid not null,
    batch_id uuid not null,
    standard text not null,
    sampled_on date not null,
    laboratory text not null default '' check (length(laboratory) <= 100),
    report_number text not null default '' check (length(report_number) <= 60),
    evidence text[] not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    origin text not null,
    primary key (community_id, id),
    foreign key (community_id, batch_id) references compost.batch
);

create index quality_test_by_batch on compost.quality_test (community_id, batch_id);

create table compost.quality_value (
    community_id integer not null,
    test_id uuid not null,
    item text not null,
    value numeric not null,
    primary key (community_id, test_id, item),
    foreign key (community_id, test_id) references compost.quality_test
);

-- Compost that went out.
create table compost.handout (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    batch_id uuid not null,
    recipient text not null check (recipient in ('GARDEN', 'RESIDENT', 'GREEN_SPACE', 'FARM')),
    mass_kg numeric not null check (mass_kg > 0),
    words text not null default '' check (length(words) <= 100),
    local_date date not null,
    content_hash text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    taken_back_by uuid,
    taken_back_at timestamptz,
    reason text not null default '' check (length(reason) <= 300),
    origin text not null,
    primary key (community_id, id),
    foreign key (community_id, batch_id) references compost.batch,
    check (taken_back_at is null or (taken_back_by is not null and reason <> ''))
);

create index handout_by_batch on compost.handout (community_id, batch_id);

-- One row for each thing that adds to a measure, for its month and for its year: credits of published months, and what waits.
create view compost.v_measure_row as
select found.community_id,
       found.place,
       found.measure,
       period.code as period,
       found.entry_id::text as subject,
       to_char(found.local_date, 'YYYY-MM-DD') || ' · ' || found.unit_code as label_zh,
       to_char(found.local_date, 'YYYY-MM-DD') || ' · ' || found.unit_code as label_en,
       '/compost/entries/' || found.entry_id::text as link,
       found.mass_kg as value,
       found.verified,
       0::bigint as cell,
       found.content_hash as mark
from (
    select credit.community_id, credit.place, credit.measure, credit.entry_id, entry.local_date, unit.code as unit_code,
           credit.mass_kg, true as verified, entry.content_hash
    from compost.credit credit
    join compost.entry entry on entry.community_id = credit.community_id and entry.id = credit.entry_id
    join compost.unit unit on unit.community_id = entry.community_id and unit.id = entry.unit_id
    union all
    select entry.community_id, site.place,
           case when entry.kind = 'OUTPUT' then 'compost.made.mass' else 'compost.treated.mass' end,
           entry.id, entry.local_date, unit.code, entry.mass_kg, false, entry.content_hash
    from compost.entry entry
    join compost.site site on site.community_id = entry.community_id and site.site_id = entry.site_id
    join compost.unit unit on unit.community_id = entry.community_id and unit.id = entry.unit_id
    where entry.kind in ('FEED', 'OUTPUT')
      and entry.counts
      and entry.mass_kg is not null
      and not exists (
          select from compost.entry_taken_back back
          where back.community_id = entry.community_id and back.entry_id = entry.id)
      and not exists (
          select from compost.site_month closed
          where closed.community_id = entry.community_id
            and closed.site_id = entry.site_id
            and closed.month = date_trunc('month', entry.local_date)::date
            and closed.state in ('PUBLISHED', 'REJECTED'))
) found
cross join lateral (
    values (to_char(found.local_date, 'YYYY-MM')), (to_char(found.local_date, 'YYYY'))
) period (code);
