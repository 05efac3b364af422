-- A printed card and a PIN; the card's number only as SHA-256, the PIN as Argon2id. One card a person.
create table account.sign_in_card (
    account_id   uuid        primary key references account.account (id),
    number_hash  bytea       not null unique check (length(number_hash) = 32),
    pin_hash     text        not null,
    place_path   text        not null,
    failures     integer     not null default 0,
    issued_by    uuid        not null,
    issued_at    timestamptz not null,
    locked_at    timestamptz,
    last_used_at timestamptz
);
