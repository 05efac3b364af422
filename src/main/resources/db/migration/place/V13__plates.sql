-- Growing: plates with a QR code at doors, buildings and sites. What was printed keeps its row, so that an old plate still
-- says that it was replaced.
create table place.plate (
    community_id integer     not null,
    code         text        not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{9}$'),
    kind         text        not null check (kind in ('DWELLING', 'BUILDING', 'SITE')),
    target       text        not null,
    state        text        not null check (state in ('PRINTED', 'INSTALLED', 'DAMAGED', 'REPLACED')),
    printed_at   timestamptz not null,
    printed_by   uuid        not null,
    changed_at   timestamptz not null,
    changed_by   uuid        not null,
    origin       text        not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, code)
);

create unique index plate_one_is_valid on place.plate (community_id, target) where state <> 'REPLACED';
create index plate_by_target on place.plate (community_id, (target collate "C"), code);

-- How neighbours reach the community; one row a community.
create table place.community_contact (
    community_id integer     not null primary key,
    phone        text        not null check (phone ~ '^[0-9+][0-9 -]{2,23}$'),
    hours_zh     text        not null,
    hours_en     text        not null,
    changed_at   timestamptz not null,
    changed_by   uuid        not null,
    origin       text        not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC'))
);
