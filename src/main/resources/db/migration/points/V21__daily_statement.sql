-- What the whole ledger came to at the end of a day; one row a day, each a leaf of the transparency log.
create table points.daily_statement (
    day date primary key,
    id uuid not null unique,
    issued bigint not null,
    reversed bigint not null,
    redeemed bigint not null,
    expired bigint not null,
    adjusted bigint not null,
    outstanding bigint not null,
    owed bigint not null,
    accounts bigint not null,
    made_at timestamptz not null,
    log_batch bigint not null
);
