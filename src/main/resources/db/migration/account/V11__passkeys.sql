-- Public keys of devices that sign a person in (WebAuthn); the private key never leaves the device.
create table account.passkey (
    credential_id   bytea       primary key,
    id              uuid        not null unique,
    account_id      uuid        not null references account.account (id),
    label           text        not null check (length(label) between 1 and 60),
    public_key      bytea       not null,
    signature_count bigint      not null,
    uv_initialized  boolean     not null,
    backup_eligible boolean     not null,
    backup_state    boolean     not null,
    transports      text        not null,
    attestation     bytea       not null,
    client_data     bytea       not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz
);

create index passkey_by_account on account.passkey (account_id);
