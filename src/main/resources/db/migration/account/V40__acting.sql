-- That somebody may act in another person's name (代办): agreed to by that person, for what stands in scopes, through a day, and
-- taken back at once by either of them or a community worker. Belongs to people, so it stays with the accounts.
create table account.acting_consent (
    id         uuid        primary key,
    account_id uuid        not null,
    helper_id  uuid        not null,
    scopes     text[]      not null check (cardinality(scopes) > 0),
    way        text        not null check (way in ('SELF', 'PAPER')),
    note       text        not null check (length(note) <= 200),
    given_by   uuid        not null,
    given_at   timestamptz not null,
    until      date        not null,
    ended_by   uuid,
    ended_at   timestamptz,
    origin     text        not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint nobody_acts_for_himself check (account_id <> helper_id),
    constraint nobody_notes_himself check (helper_id <> given_by),
    constraint paper_says_where check (way = 'SELF' or note <> ''),
    constraint acting_end_is_signed check ((ended_by is null) = (ended_at is null))
);

create unique index acting_consent_once on account.acting_consent (account_id, helper_id) where ended_at is null;
create index acting_consent_by_helper on account.acting_consent (helper_id);
