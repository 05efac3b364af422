-- Accounts that were opened from a list: until its owner has chosen a password with the code, nobody has. "key" is the line of
-- the list, so that the same list opens nothing twice.
create table account.first_sign_in (
    account_id uuid        primary key references account.account (id),
    key        uuid        not null unique,
    opened_by  uuid        not null,
    opened_at  timestamptz not null,
    code_hash  bytea       check (length(code_hash) = 32),
    expires_at timestamptz,
    failures   integer     not null default 0,
    claimed_at timestamptz,
    check ((code_hash is null) = (expires_at is null))
);
