create schema if not exists points;

-- One row holds a household's own account (credits, debits) and what it owes back (advanced, repaid).
-- lots: flat pairs [last valid epoch day, remaining points, …], soonest first; their sum is the balance.
-- cap_usage: flat triples [epoch day, rule number, points, …] of the last days.
-- Half of each page stays free, so that an update finds room beside the old row and touches no index.
create table points.account (
    community_id integer not null,
    id uuid not null,
    credits bigint not null,
    debits bigint not null,
    advanced bigint not null,
    repaid bigint not null,
    version bigint not null,
    last_posting uuid,
    lots bigint[] not null,
    cap_usage bigint[] not null,
    primary key (community_id, id),
    constraint no_overdraft check (0 <= debits and debits <= credits),
    constraint no_overpaid_debt check (0 <= repaid and repaid <= advanced)
) with (fillfactor = 50);

-- One row is one balanced transfer; never updated, never deleted. The id is the idempotency key.
-- *_previous: the posting before this one on the household's account; *_balance: its balance afterwards.
create table points.posting (
    community_id integer not null,
    id uuid not null,
    debit uuid not null,
    credit uuid not null,
    points bigint not null,
    kind smallint not null,
    rule_number smallint,
    rule_version smallint,
    business_day date not null,
    posted_at timestamptz not null,
    expires_on date,
    reverses uuid,
    cause uuid,
    fingerprint bigint not null,
    debit_previous uuid,
    credit_previous uuid,
    debit_balance bigint,
    credit_balance bigint,
    posted_by uuid,
    note text,
    primary key (community_id, id),
    constraint something_moves check (points > 0),
    constraint two_sides check (debit <> credit),
    constraint no_overdraft_on_the_way check (debit_balance >= 0 and credit_balance >= 0)
);

create unique index posting_reversed_once on points.posting (community_id, reverses) where reverses is not null;

-- Postings arrive almost in the order of their days, so a few bytes for each range of pages are enough to find a day.
create index posting_by_day on points.posting using brin (business_day) with (pages_per_range = 32, autosummarize = on);

-- Totals of the accounts that belong to no household (1 issuing, 2 redeemed, 3 expired, 4 adjusted), added to once a batch.
-- Writers take different slots, so that none waits for another.
create table points.issuing_day (
    community_id integer not null,
    purpose smallint not null,
    day date not null,
    slot smallint not null,
    credits bigint not null,
    debits bigint not null,
    credit_count bigint not null,
    debit_count bigint not null,
    primary key (community_id, purpose, day, slot)
) with (fillfactor = 50);

-- A refused spend keeps its answer, so that sending it again can never succeed behind somebody's back.
create table points.rejection (
    community_id integer not null,
    id uuid not null,
    household uuid not null,
    fingerprint bigint not null,
    outcome text not null,
    rejected_at timestamptz not null,
    primary key (community_id, id)
);

-- What a record is worth. A version is never changed; a later one with a later first day takes its place.
create table points.reward_rule (
    number smallint not null,
    version smallint not null,
    code text not null,
    activity_kind text not null,
    trigger text not null,
    quantity text,
    points_per_unit numeric not null,
    points_fixed bigint not null,
    points_least bigint not null,
    grade_factors jsonb not null,
    rounding text not null,
    daily_cap bigint,
    validity_months smallint not null,
    valid_from date not null,
    valid_to date,
    name_zh text not null,
    name_en text not null,
    made_by uuid,
    made_at timestamptz not null default now(),
    primary key (number, version),
    unique (code, version),
    constraint known_trigger check (trigger in ('RECORDED', 'VERIFIED')),
    constraint known_rounding check (rounding = 'FLOOR'),
    constraint worth_something check (points_per_unit >= 0 and points_fixed >= 0 and points_least >= 0),
    constraint positive_cap check (daily_cap > 0),
    constraint valid_for_months check (validity_months between 1 and 120),
    constraint some_days check (valid_to is null or valid_from < valid_to)
);
