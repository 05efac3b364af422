-- A thing that somebody has claimed with the code printed on it; part of the catalogue.
create table sensing.device (
    id uuid primary key,
    community_id integer not null check (community_id > 0),
    code text not null unique check (code ~ '^[A-Z0-9-]{4,40}$'),
    place text not null,
    place_path text not null,
    template text not null check (template ~ '^[a-z-]+$'),
    thing_id bigint not null references sensing.thing on delete cascade,
    name text not null check (length(name) between 1 and 100),
    claimed_by uuid not null,
    claimed_at timestamptz not null,
    last_seen_at timestamptz,
    retired_at timestamptz,
    retired_by uuid,
    retire_reason text not null default '' check (length(retire_reason) <= 300),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC'))
);

create index device_by_place on sensing.device (place_path text_pattern_ops, code);

-- Which messages of a device were taken, so that one sent again counts once.
create table sensing.device_message (
    community_id integer not null,
    device_id uuid not null,
    sequence bigint not null check (sequence >= 0),
    received_at timestamptz not null,
    primary key (community_id, device_id, sequence)
);
