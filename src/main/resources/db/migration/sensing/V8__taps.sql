-- A tap turns readings of a device into records of module activity: each weighing of a scale, or what went through a meter in a day.
create table sensing.tap (
    community_id integer not null,
    id uuid not null,
    device_id uuid not null,
    device_code text not null,
    device_name text not null,
    place text not null,
    place_path text not null,
    template text not null,
    quantity text not null,
    unit text not null,
    stream_id bigint not null,
    -- code of the kind of record, and of the quantity of it that is filled
    kind text not null,
    amount text not null,
    reckoning text not null check (reckoning in ('WEIGHING', 'COUNTER')),
    -- WEIGHING: the scale is empty below least; 0 seconds for scales that send a weight once it has settled
    least numeric(18, 6) check (least > 0),
    settle_seconds integer check (settle_seconds between 0 and 3600),
    tolerance numeric(18, 6) check (tolerance >= 0),
    -- COUNTER: the reading at which it begins again at zero; null when not known
    capacity numeric(14, 3) check (capacity > 0),
    since date not null,
    paused_at timestamptz,
    ended_at timestamptz,
    ended_by uuid,
    -- up to which number the observations of the stream are in the records; 0 when all must be read anew
    read_number bigint not null default 0,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, id),
    check ((reckoning = 'WEIGHING') = (least is not null and settle_seconds is not null and tolerance is not null))
);

create unique index tap_open on sensing.tap (community_id, stream_id, kind) where ended_at is null;
create index tap_by_place on sensing.tap (community_id, place_path text_pattern_ops, id);
create index tap_by_id on sensing.tap (id);
create index tap_by_stream on sensing.tap (stream_id);

-- What is measured while a tap is paused is recorded never.
create table sensing.tap_pause (
    community_id integer not null,
    tap_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    paused_by uuid not null,
    resumed_by uuid,
    primary key (community_id, tap_id, from_at)
);

-- Where a counter fell because the meter was replaced or began again: what the old one showed last and the new one first.
create table sensing.tap_turn (
    community_id integer not null,
    tap_id uuid not null,
    -- of the first reading after it
    at timestamptz not null,
    last_value numeric(14, 3) not null check (last_value >= 0),
    first_value numeric(14, 3) not null check (first_value >= 0),
    told_by uuid not null,
    told_at timestamptz not null,
    primary key (community_id, tap_id, at)
);

-- What a tap found, written before it is recorded: a program that dies in between finds here what it was about to record. The
-- highest revision of a slot (a moment, or a day) is what holds.
create table sensing.tap_record (
    community_id integer not null,
    tap_id uuid not null,
    slot text not null,
    revision integer not null check (revision >= 0),
    occurred_at timestamptz not null,
    -- null when nothing counts: the reading is gone, or the counter fell and nobody has said why
    amount numeric(18, 6),
    state text not null check (state in ('DUE', 'DONE', 'REFUSED')),
    -- why the record was not taken
    problem text not null default '',
    planned_at timestamptz not null,
    primary key (community_id, tap_id, slot, revision)
);

create index tap_record_due on sensing.tap_record (community_id, tap_id) where state = 'DUE';
create index tap_record_by_time on sensing.tap_record (community_id, tap_id, occurred_at desc);
