create schema account;

-- A person or device belongs to no one community, so these tables have the account as first column of their keys; names
-- have a table of their own, which keeps them unique in a cluster and lets a phone number never be another's user name.
create table account.account (
    id            uuid        primary key,
    username      text        not null check (username ~ '^[a-z0-9][a-z0-9.-]{2,39}$'),
    phone         text        check (phone ~ '^1[3-9][0-9]{9}$'),
    name          text        not null check (name <> ''),
    password_hash text        not null,
    active        boolean     not null default true,
    origin        text        not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    created_at    timestamptz not null
);

create table account.sign_in_name (
    name       text primary key,
    account_id uuid not null
);

create table account.role_grant (
    account_id   uuid not null references account.account (id),
    id           uuid not null,
    role         text not null,
    place_path   text not null check (place_path ~ '^/([A-Za-z0-9-]+(/[A-Za-z0-9-]+)*)?$'),
    organisation text check (organisation <> ''),
    valid_from   date not null,
    valid_to     date,
    primary key (account_id, id),
    constraint role_grant_ends_after_it_begins check (valid_to >= valid_from)
);

create unique index role_grant_once on account.role_grant (account_id, role, place_path) where valid_to is null;
create index role_grant_by_place on account.role_grant (place_path text_pattern_ops, account_id);

create table account.membership (
    account_id   uuid    not null references account.account (id),
    community_id integer not null,
    household_id uuid    not null,
    head         boolean not null,
    since        date    not null,
    until        date,
    primary key (account_id, community_id, household_id)
);

-- Kept as SHA-256 of a secret of 256 random bits; such a secret needs no slow hash.
create table account.api_token (
    secret_hash   bytea       primary key check (length(secret_hash) = 32),
    id            uuid        not null,
    account_id    uuid        not null,
    label         text        not null check (label <> ''),
    scopes        text[]      not null check (cardinality(scopes) > 0),
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    last_used_day date
);

create index api_token_by_account on account.api_token (account_id);

create table account.remembered_login (
    secret_hash bytea       primary key check (length(secret_hash) = 32),
    account_id  uuid        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

create index remembered_login_by_account on account.remembered_login (account_id);

-- The audit stays one ordinary table, also in a cluster, so that a trigger can guard it; its key begins with the day, so
-- that it can be cut into months. Rows are few: they come from people looking and changing, not from records.
create table account.audit_entry (
    day        date        not null,
    id         uuid        not null,
    at         timestamptz not null,
    account_id uuid,
    name       text        not null,
    action     text        not null check (action <> ''),
    subject    text        not null,
    place_path text        not null,
    detail     text        not null,
    primary key (day, id)
);

create index audit_entry_by_account on account.audit_entry (account_id, day, id);

create function account.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The audit is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_is_append_only
    before update or delete or truncate
    on account.audit_entry
    for each statement
execute function account.refuse_change();
