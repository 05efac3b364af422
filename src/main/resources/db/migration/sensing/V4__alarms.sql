-- Rules of alarms in plain words: which devices, which quantity, what is too much or too little, for how long.
create table sensing.alarm_rule (
    community_id integer not null,
    id uuid not null,
    place text not null,
    place_path text not null,
    template text not null,
    condition text not null check (condition in ('ABOVE', 'BELOW', 'SILENT')),
    -- empty where no reading is the alarm
    quantity text not null,
    threshold numeric(18, 6),
    -- the value at which it is over again, on the good side of the threshold
    back_at numeric(18, 6),
    for_minutes integer not null check (for_minutes between 0 and 43200),
    -- hours of the day in the time of the community; from 22 to 6 is the night
    from_hour integer check (from_hour between 0 and 23),
    to_hour integer check (to_hour between 0 and 23),
    quiet_minutes integer not null check (quiet_minutes between 0 and 43200),
    escalate_minutes integer not null check (escalate_minutes between 1 and 43200),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    retired_at timestamptz,
    retired_by uuid,
    primary key (community_id, id),
    check ((condition = 'SILENT') = (threshold is null)),
    check ((threshold is null) = (back_at is null)),
    check ((from_hour is null) = (to_hour is null))
);

-- How far a rule has read the readings of a device, and since when its condition holds.
create table sensing.alarm_watch (
    community_id integer not null,
    rule_id uuid not null,
    device_id uuid not null,
    read_until timestamptz not null,
    holds_since timestamptz,
    is_raised boolean not null,
    over_at timestamptz,
    primary key (community_id, rule_id, device_id)
);

create table sensing.alarm (
    community_id integer not null,
    id uuid not null,
    rule_id uuid not null,
    device_id uuid not null,
    device_code text not null,
    device_name text not null,
    place_path text not null,
    -- when the condition began, by the time of the readings
    began_at timestamptz not null,
    value numeric(18, 6),
    raised_at timestamptz not null,
    acknowledged_at timestamptz,
    escalated_at timestamptz,
    over_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create unique index alarm_open on sensing.alarm (community_id, rule_id, device_id) where over_at is null;
create index alarm_by_place on sensing.alarm (community_id, place_path text_pattern_ops, id desc);
create index alarm_by_id on sensing.alarm (id);
create index alarm_rule_by_id on sensing.alarm_rule (id);

-- What became of an alarm; nothing is taken away.
create table sensing.alarm_step (
    community_id integer not null,
    alarm_id uuid not null,
    id uuid not null,
    step text not null check (step in ('RAISED', 'ACKNOWLEDGED', 'ESCALATED', 'OVER', 'RULE_RETIRED')),
    done_at timestamptz not null,
    done_by uuid,
    words text not null default '' check (length(words) <= 500),
    primary key (community_id, alarm_id, id)
);
