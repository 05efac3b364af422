-- What somebody agreed to or took back, one row a decision, never changed. The person is an account, or a household member
-- without one. Only the note on the paper goes when the person is erased.
create table account.consent_event (
    person_id uuid        not null,
    id        uuid        not null,
    purpose   text        not null check (purpose ~ '^[a-z][a-z-]*$'),
    version   smallint    not null check (version > 0),
    given     boolean     not null,
    given_by  uuid        not null,
    way       text        not null check (way in ('SELF', 'GUARDIAN', 'PAPER')),
    note      text        not null check (length(note) <= 200),
    at        timestamptz not null,
    origin    text        not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (person_id, id)
);

create trigger consent_is_append_only
    before delete or truncate or update of person_id, id, purpose, version, given, given_by, way, at, origin
    on account.consent_event
    for each statement
execute function account.refuse_change();

-- That somebody asked to be erased: waits until due_at, unless taken back. The account itself is gone afterwards.
create table account.erasure (
    account_id    uuid        not null,
    id            uuid        not null,
    requested_by  uuid        not null,
    requested_at  timestamptz not null,
    due_at        timestamptz not null,
    reason        text        not null check (length(reason) <= 200),
    taken_back_at timestamptz,
    done_at       timestamptz,
    primary key (account_id, id),
    constraint erasure_ends_once check (taken_back_at is null or done_at is null)
);

create unique index erasure_once on account.erasure (account_id) where taken_back_at is null and done_at is null;
create index erasure_due on account.erasure (due_at) where taken_back_at is null and done_at is null;
