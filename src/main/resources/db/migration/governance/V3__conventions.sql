-- What people agreed on: 居民公约 of residents, 管理规约 of owners.
create table governance.convention (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    kind text not null check (kind in ('RESIDENTS', 'OWNERS')),
    title text not null check (length(title) between 1 and 100),
    begun_by uuid not null,
    begun_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    source text not null default '' check (length(source) <= 300),
    primary key (community_id, id)
);

create index convention_by_id on governance.convention (id);
create index convention_by_place on governance.convention (place_path text_pattern_ops, id desc);

-- Its versions; at most one is drafted and one in force. What was in force stays readable.
create table governance.convention_version (
    community_id integer not null,
    convention_id uuid not null,
    number integer not null check (number > 0),
    state text not null check (state in ('DRAFT', 'IN_FORCE', 'SUPERSEDED')),
    decision_id uuid,
    resolution text not null default '' check (length(resolution) <= 2000),
    in_force_on date,
    drafted_by uuid not null,
    drafted_at timestamptz not null,
    primary key (community_id, convention_id, number),
    foreign key (community_id, convention_id) references governance.convention,
    check ((state = 'DRAFT') = (in_force_on is null))
);

create unique index convention_version_once on governance.convention_version (community_id, convention_id, state)
    where state in ('DRAFT', 'IN_FORCE');

-- One vote adopts one version.
create unique index convention_version_by_decision on governance.convention_version (community_id, decision_id)
    where decision_id is not null;

-- How each year went, in words.
create table governance.convention_appraisal (
    community_id integer not null,
    convention_id uuid not null,
    year integer not null check (year between 1949 and 2200),
    words text not null check (length(words) between 1 and 2000),
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (community_id, convention_id, year),
    foreign key (community_id, convention_id) references governance.convention
);

create table governance.clause (
    community_id integer not null,
    convention_id uuid not null,
    version integer not null,
    number integer not null check (number between 1 and 300),
    topic text not null check (length(topic) between 1 and 60),
    words text not null default '' check (length(words) <= 2000),
    primary key (community_id, convention_id, version, number),
    foreign key (community_id, convention_id, version) references governance.convention_version
);

create table governance.clause_remark (
    community_id integer not null,
    id uuid not null,
    convention_id uuid not null,
    version integer not null,
    clause integer not null,
    topic text not null,
    words text not null check (length(words) between 1 and 2000),
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, convention_id, version) references governance.convention_version
);

create index clause_remark_by_version on governance.clause_remark (community_id, convention_id, version, clause, id);
