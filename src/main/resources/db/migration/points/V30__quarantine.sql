-- What one source recorded in a stretch of time, withheld until a second person has decided. Purpose 7 of issuing_day is
-- what is withheld, 8 what is on its way between households.
create table points.quarantine (
    community_id integer not null,
    id uuid not null,
    recorder uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    reason text not null,
    state text not null check (
        state in ('WITHHOLDING', 'WITHHELD', 'REVERSING', 'REVERSED', 'RELEASING', 'RELEASED')),
    opened_by uuid not null,
    opened_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decision_note text,
    finished_at timestamptz,
    origin text not null,
    primary key (community_id, id),
    constraint some_time check (from_at < to_at),
    constraint four_eyes check (decided_by <> opened_by),
    constraint a_decision_has_its_person check (
        (decided_by is null) = (state in ('WITHHOLDING', 'WITHHELD'))
        and (decided_by is null) = (decided_at is null)
        and (finished_at is not null) = (state in ('REVERSED', 'RELEASED')))
);
create index quarantine_by_id on points.quarantine (id);
create index quarantine_unfinished on points.quarantine (opened_at) where state in ('WITHHOLDING', 'REVERSING', 'RELEASING');

-- One row a record. points: what it had earned; withheld: of these, what was still there; lots: from which it was taken, as
-- flat pairs; taken_back and owed: what its reversal took, and what of it had been spent.
create table points.quarantine_item (
    community_id integer not null,
    quarantine uuid not null,
    activity uuid not null,
    household uuid,
    kind text not null,
    local_date date not null,
    state text not null check (state in ('FOUND', 'WITHHELD', 'REVERSED', 'RELEASED')),
    points bigint not null default 0,
    withheld bigint not null default 0,
    lots bigint[] not null default '{}',
    taken_back bigint not null default 0,
    owed bigint not null default 0,
    primary key (community_id, quarantine, activity),
    constraint no_more_than_earned check (0 <= withheld and withheld <= points)
);
-- a record is in one open quarantine at most
create unique index quarantine_item_open on points.quarantine_item (community_id, activity)
    where state in ('FOUND', 'WITHHELD');
create index quarantine_item_found on points.quarantine_item (community_id, quarantine, activity) where state = 'FOUND';
create index quarantine_item_withheld on points.quarantine_item (community_id, quarantine, activity)
    where state = 'WITHHELD';
