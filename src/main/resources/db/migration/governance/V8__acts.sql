-- Acts that count until they are recorded as activities, and afterwards to find what was done from its record.
create table governance.act (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    subject uuid not null,
    kind text not null check (kind ~ '^[a-z.]+$'),
    part integer not null default 0 check (part >= 0),
    number integer not null default 1 check (number > 0),
    place text not null,
    done_at timestamptz not null,
    done_by uuid not null,
    quantities text not null,
    kept_at timestamptz not null,
    taken_over boolean not null default false,
    supersedes uuid,
    filed_at timestamptz,
    refused text not null default '' check (length(refused) <= 200),
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 500),
    undone_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, subject, kind, part, number),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check (undone_at is null or withdrawn_at is not null)
);

create index act_waiting on governance.act (kept_at, number, id) where filed_at is null and withdrawn_at is null;
create index act_withdrawn on governance.act (withdrawn_at, id) where withdrawn_at is not null and undone_at is null;

-- What minutes said before they were corrected, or why a meeting was struck off; numbers are those that held before.
create table governance.meeting_revision (
    community_id integer not null,
    meeting_id uuid not null,
    number integer not null check (number > 0),
    reason text not null check (length(reason) between 1 and 300),
    minutes text not null check (length(minutes) <= 10000),
    persons_on_site integer not null check (persons_on_site >= 0),
    persons_online integer not null check (persons_online >= 0),
    satisfied integer check (satisfied >= 0),
    neutral integer check (neutral >= 0),
    dissatisfied integer check (dissatisfied >= 0),
    revised_by uuid not null,
    revised_at timestamptz not null,
    primary key (community_id, meeting_id, number),
    foreign key (community_id, meeting_id) references governance.meeting
);

alter table governance.meeting drop constraint meeting_state_check;
alter table governance.meeting add check (state in ('PLANNED', 'HELD', 'CANCELLED', 'STRUCK'));
