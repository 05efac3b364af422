-- Sessions and their few short texts (Spring Session's layout). They stay on the coordinator of a cluster, as all of account does.
create table account.session (
    primary_id            char(36)     primary key,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);

create unique index session_by_secret on account.session (session_id);
create index session_by_end on account.session (expiry_time);
create index session_by_account on account.session (principal_name);

create table account.session_attributes (
    session_primary_id char(36)     not null references account.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

alter table account.remembered_login
    add column device        text not null default '',
    add column last_used_day date;

create index remembered_login_by_end on account.remembered_login (expires_at);

-- Attempts to enter, by what was tried (an account, a name nobody has, an address); only a hash, for people type
-- passwords into the wrong field. Rows are forgotten after a day without an attempt.
create table account.sign_in_attempt (
    subject_hash  bytea       primary key check (length(subject_hash) = 32),
    attempts      integer     not null check (attempts >= 0),
    last_at       timestamptz not null,
    blocked_until timestamptz
);

create index sign_in_attempt_by_last on account.sign_in_attempt (last_at);

-- The code with which a person chooses a new password; at most one for an account.
create table account.reset_code (
    account_id uuid        primary key references account.account (id),
    code_hash  text        not null,
    issued_by  uuid        not null,
    expires_at timestamptz not null,
    failures   integer     not null default 0
);
