-- Somebody pressed for help at a plate or on the phone. path is where exactly, a dwelling perhaps; it is for those on duty alone.
create table request.help_call (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null,
    place_path text not null,
    phone text not null default '' check (length(phone) <= 24),
    words text not null default '' check (length(words) <= 300),
    account_id uuid,
    called_at timestamptz not null,
    level integer not null default 1 check (level between 1 and 3),
    raised_at timestamptz not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    ended_by uuid,
    ended_at timestamptz,
    outcome text not null default '' check (length(outcome) <= 300),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((ended_by is null) = (ended_at is null))
);

create index help_call_by_id on request.help_call (id);
create index help_call_by_place on request.help_call (place_path text_pattern_ops, id desc);
create index help_call_waiting on request.help_call (raised_at) where acknowledged_at is null;
