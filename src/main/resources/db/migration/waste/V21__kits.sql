-- The next code number of each community; held while codes are ordered, given out or declared void.
create table waste.kit_counter (
    community_id integer primary key check (community_id > 0),
    next_serial bigint not null default 1 check (next_serial between 1 and 33554432)
);

-- Bags or kits with consecutive code numbers; received_codes of them have arrived, the first ones.
create table waste.kit_batch (
    community_id integer not null,
    id uuid not null,
    item text not null check (item in ('BAG', 'KIT')),
    label text not null check (length(label) between 1 and 60),
    first_serial bigint not null,
    codes integer not null check (codes between 1 and 100000),
    state text not null check (state in ('ORDERED', 'RECEIVED', 'CANCELLED')),
    received_codes integer not null default 0 check (received_codes between 0 and codes),
    ordered_by uuid not null,
    ordered_at timestamptz not null,
    closed_by uuid,
    closed_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, first_serial),
    check ((state = 'RECEIVED') = (received_codes > 0))
);

create index kit_batch_by_id on waste.kit_batch (id);

-- Consecutive codes that a household was given.
create table waste.kit_issue (
    community_id integer not null,
    first_serial bigint not null,
    last_serial bigint not null,
    id uuid not null,
    batch_id uuid not null,
    household_id uuid not null,
    issued_by uuid not null,
    issued_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, first_serial),
    unique (community_id, id, first_serial),
    foreign key (community_id, batch_id) references waste.kit_batch,
    check (last_serial >= first_serial)
);

create index kit_issue_by_household on waste.kit_issue (community_id, household_id);
create index kit_issue_by_batch on waste.kit_issue (community_id, batch_id, first_serial);

-- Codes that stand for nobody any more.
create table waste.kit_void (
    community_id integer not null,
    serial bigint not null,
    reason text not null check (reason in ('LOST', 'DAMAGED', 'MISUSED')),
    voided_by uuid not null,
    voided_at timestamptz not null,
    primary key (community_id, serial)
);
