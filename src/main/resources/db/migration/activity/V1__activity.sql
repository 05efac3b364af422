create schema activity;

-- one row a record, never edited but for its state; a hot table: every further index costs each recording
create table activity.activity (
    community_id integer not null,
    id uuid not null,
    kind text not null,
    place_path text not null,
    household_id uuid,
    site_id uuid,
    occurred_at timestamptz not null,
    local_date date not null,
    quantities jsonb not null,
    grade text,
    note text,
    evidence_count smallint not null default 0 check (evidence_count >= 0),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    state text not null check (state in ('RECORDED', 'VERIFIED', 'REJECTED', 'REVERSED')),
    review_reason text check (review_reason in ('UNUSUAL', 'LATE', 'POLICY', 'SAMPLED')),
    verified_by text check (verified_by in ('RULE', 'SAMPLE', 'REVIEW')),
    content_hash bytea not null check (length(content_hash) = 32),
    supersedes uuid check (supersedes <> id),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (state <> 'RECORDED' or review_reason is not null),
    check (state <> 'VERIFIED' or verified_by is not null)
);

-- a re-sent id is looked up without its community, for a client may send it again with another place
create index activity_by_id on activity.activity (id);
create index activity_by_day on activity.activity (community_id, local_date, id);
create index activity_by_household on activity.activity (community_id, household_id, occurred_at desc)
    where household_id is not null;
create index activity_waiting on activity.activity (community_id, recorded_at, id) where state = 'RECORDED';
create index activity_superseding on activity.activity (community_id, supersedes) where supersedes is not null;

-- what people decided about a record; append-only
create table activity.verification (
    community_id integer not null,
    activity_id uuid not null,
    id uuid not null,
    decision text not null check (decision in ('VERIFIED', 'REJECTED', 'REVERSED', 'SUPERSEDED')),
    reason text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (community_id, activity_id, id)
);

-- sums of quantities by day; a writer adds to a row of its own slot, so that writers do not wait for each other
create table activity.daily_total (
    community_id integer not null,
    local_date date not null,
    kind text not null,
    quantity text not null,
    state text not null check (state in ('RECORDED', 'VERIFIED')),
    slot smallint not null check (slot between 0 and 15),
    records bigint not null,
    total numeric not null,
    primary key (community_id, local_date, kind, quantity, state, slot)
) with (fillfactor = 50);

create table activity.evidence (
    community_id integer not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    mime text not null,
    bytes bigint not null check (bytes > 0),
    width integer,
    height integer,
    captured_at timestamp,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    primary key (community_id, sha256)
);

comment on column activity.evidence.captured_at is 'as the camera wrote it, in the camera''s own zone';

create table activity.evidence_link (
    community_id integer not null,
    activity_id uuid not null,
    sha256 text not null,
    primary key (community_id, activity_id, sha256)
);

create view activity.v_activity as
select community_id, id, kind, place_path, household_id, site_id, local_date, occurred_at, quantities, grade, state, recorded_by
from activity.activity;
