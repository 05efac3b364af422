-- The secret address under which somebody's calendar is fetched; kept as a hash, renewed by its owner.
create table account.calendar_feed (
    account_id    uuid        primary key references account.account (id),
    secret_hash   bytea       not null unique check (length(secret_hash) = 32),
    made_at       timestamptz not null,
    last_used_day date
);
