-- A browser that is told at once (web push). The endpoint is a secret: whoever has it can ring there. Belongs to a person, so it
-- stays with the accounts.
create table notice.push_subscription (
    id            uuid        primary key,
    account_id    uuid        not null,
    endpoint_hash bytea       not null unique check (length(endpoint_hash) = 32),
    endpoint      bytea       not null,
    host          text        not null,
    public_key    bytea       not null check (length(public_key) = 65),
    auth          bytea       not null check (length(auth) = 16),
    language      text        not null check (language in ('zh', 'en')),
    made_at       timestamptz not null
);

create index push_subscription_by_account on notice.push_subscription (account_id);

-- When somebody is not to be rung, in minutes of the local day; from 22:00 to 7:00 crosses midnight.
create table notice.quiet_hours (
    account_id  uuid     primary key,
    from_minute smallint not null check (from_minute between 0 and 1439),
    to_minute   smallint not null check (to_minute between 0 and 1439)
);

-- What somebody does not want to be rung for; it stands on the page all the same.
create table notice.muted (
    account_id uuid not null,
    kind       text not null,
    primary key (account_id, kind)
);

-- One ring for each notification and browser.
create table notice.push_post (
    community_id    integer     not null,
    account_id      uuid        not null,
    notification_id uuid        not null,
    subscription_id uuid        not null,
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    finished_at     timestamptz,
    outcome         text,
    primary key (community_id, account_id, notification_id, subscription_id)
);

create index push_post_due on notice.push_post (due_at) where finished_at is null;
