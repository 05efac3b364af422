-- Where somebody wants to be written to, confirmed by a link that was sent there. Sealed, for it names a person; belongs to a
-- person, so it stays with the accounts. An address that was refused or unsubscribed stays, stopped, so that its owner sees why.
create table notice.mail_address (
    account_id   uuid        primary key,
    id           uuid        not null unique,
    address      bytea       not null,
    language     text        not null check (language in ('zh', 'en')),
    confirmed_at timestamptz not null,
    stopped_at   timestamptz,
    stop_reason  text        check (length(stop_reason) <= 40),
    constraint mail_stop_has_a_reason check ((stopped_at is null) = (stop_reason is null))
);

-- A link that was sent to an address; kept as SHA-256, used once. The rows of a day say how many letters were asked for.
create table notice.mail_confirmation (
    token_hash bytea       primary key check (length(token_hash) = 32),
    account_id uuid        not null,
    address    bytea       not null,
    language   text        not null check (language in ('zh', 'en')),
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);

create index mail_confirmation_by_account on notice.mail_confirmation (account_id, made_at);

-- What somebody does not want to be written to about; it stands on the page all the same.
create table notice.mail_muted (
    account_id uuid not null,
    kind       text not null,
    primary key (account_id, kind)
);

-- The same leased rows for both channels; subscription_id is a browser's id, or that of an address.
alter table notice.push_post
    add column channel text not null default 'PUSH' check (channel in ('PUSH', 'MAIL'));

-- For tidying: what is old goes.
create index notification_by_age on notice.notification (created_at);
create index push_post_finished on notice.push_post (finished_at) where finished_at is not null;

-- A robot that is switched off keeps its address and is sent nothing.
alter table notice.webhook
    add column paused_at timestamptz,
    add column origin text not null default 'RECORDED' check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC'));
