create schema notice;

-- A notice as it stands; how it stood before is in notice.version. Never deleted.
create table notice.notice (
    community_id      integer     not null check (community_id > 0),
    id                uuid        not null,
    place_path        text        not null,
    title_zh          text        not null check (length(title_zh) between 1 and 80),
    title_en          text        not null check (length(title_en) <= 120),
    body_zh           text        not null check (length(body_zh) between 1 and 4000),
    body_en           text        not null check (length(body_en) <= 6000),
    pinned            boolean     not null,
    shown_from        date        not null,
    shown_until       date,
    version           integer     not null check (version > 0),
    drafted_by        uuid        not null,
    drafted_at        timestamptz not null,
    published_by      uuid,
    published_at      timestamptz,
    withdrawn_by      uuid,
    withdrawn_at      timestamptz,
    withdrawal_reason text        not null default '' check (length(withdrawal_reason) <= 200),
    origin            text        not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    constraint notice_ends_after_it_begins check (shown_until >= shown_from),
    constraint notice_is_english_as_a_whole check ((title_en = '') = (body_en = '')),
    constraint notice_publication_is_signed check ((published_by is null) = (published_at is null)),
    constraint notice_withdrawal_is_signed check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index notice_by_id on notice.notice (id);
create index notice_in_force on notice.notice (community_id, pinned desc, shown_from desc, id desc)
    where published_at is not null and withdrawn_at is null;

create table notice.version (
    community_id integer     not null,
    notice_id    uuid        not null,
    version      integer     not null,
    place_path   text        not null,
    title_zh     text        not null,
    title_en     text        not null,
    body_zh      text        not null,
    body_en      text        not null,
    pinned       boolean     not null,
    shown_from   date        not null,
    shown_until  date,
    saved_by     uuid        not null,
    saved_at     timestamptz not null,
    primary key (community_id, notice_id, version)
);

-- What somebody is told: one row a person and cause. The words are made when it is read, in the reader's language.
create table notice.notification (
    community_id integer     not null,
    account_id   uuid        not null,
    id           uuid        not null,
    kind         text        not null,
    subject      text        not null check (length(subject) <= 100),
    arguments    text[]      not null,
    link         text        not null check (link like '/%'),
    created_at   timestamptz not null,
    read_at      timestamptz,
    primary key (community_id, account_id, id)
);

create unique index notification_once on notice.notification (community_id, account_id, kind, subject);
create index notification_by_account on notice.notification (account_id, id desc);
create index notification_unread on notice.notification (account_id) where read_at is null;

-- The station a household wants to be reminded of.
create table notice.reminder (
    community_id integer     not null,
    household_id uuid        not null,
    site_id      uuid        not null,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    primary key (community_id, household_id)
);

create index reminder_by_site on notice.reminder (community_id, site_id);
