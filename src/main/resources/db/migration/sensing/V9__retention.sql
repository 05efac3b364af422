-- How long the single readings of streams are kept. Where several rules concern a stream, the one that names the device holds, then the
-- one that names the kind of device, then that of the narrowest place. Streams that no rule concerns are kept whole.
create table sensing.retention_rule (
    community_id integer not null,
    id uuid not null,
    place text not null,
    place_path text not null,
    -- empty for all
    template text not null,
    device_code text not null,
    keep_days integer not null check (keep_days between 100 and 36500),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (community_id, id)
);

create index retention_rule_by_id on sensing.retention_rule (id);

-- Numbers observed before that moment are kept by their hours only; how many there were.
alter table sensing.stream_state add column dropped_until timestamptz;
alter table sensing.stream_state add column dropped bigint not null default 0;
