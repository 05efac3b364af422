-- A round of visits: which doors, in which order.
create table waste.visit_round (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    name text not null check (length(name) between 1 and 60),
    source text not null check (source in ('ALL', 'NOT_REACHED', 'POOR_SORTING')),
    due_on date not null,
    planned_by uuid not null,
    planned_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create index visit_round_by_id on waste.visit_round (id);

create table waste.visit_stop (
    community_id integer not null,
    round_id uuid not null,
    household_id uuid not null,
    position integer not null check (position > 0),
    primary key (community_id, round_id, household_id),
    unique (community_id, round_id, position),
    foreign key (community_id, round_id) references waste.visit_round
);

-- What came of ringing at a door. Words about a household are for the team only.
create table waste.visit (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    round_id uuid,
    household_id uuid not null,
    visited_at timestamptz not null,
    local_date date not null,
    outcome text not null check (outcome in ('MET', 'ABSENT', 'REFUSED')),
    explained text[] not null default '{}',
    leaflet boolean not null,
    kit boolean not null,
    sorting text check (sorting in ('WELL', 'MIXED', 'NOT_YET')),
    may_return boolean not null,
    follow_up_on date,
    question text not null default '' check (length(question) <= 300),
    note text not null default '' check (length(note) <= 300),
    visited_by uuid not null,
    recorded_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (outcome = 'MET' or sorting is null and not leaflet and not kit and explained = '{}'),
    check (may_return or follow_up_on is null)
);

create index visit_by_household on waste.visit (community_id, household_id, visited_at desc);
create index visit_by_round on waste.visit (community_id, round_id);
create index visit_by_day on waste.visit (community_id, local_date);
