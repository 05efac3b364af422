-- Identities of other providers (OpenID Connect), linked by the person or a community worker, never by an e-mail address.
create table account.identity (
    registration text        not null,
    subject      text        not null,
    account_id   uuid        not null references account.account (id),
    linked_by    uuid        not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    primary key (registration, subject)
);

create index identity_by_account on account.identity (account_id);

-- Somebody proved an identity that belongs to no account yet; waits a day to be linked, by its code.
create table account.waiting_identity (
    code_hash    bytea       primary key check (length(code_hash) = 32),
    registration text        not null,
    subject      text        not null,
    expires_at   timestamptz not null,
    unique (registration, subject)
);

create index waiting_identity_by_end on account.waiting_identity (expires_at);
