-- What a meter showed, as a photo of its reading. The first one stands, as the reading does.
create table sensing.meter_photo (
    community_id integer not null,
    meter_id uuid not null,
    reading_id uuid not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, meter_id, reading_id)
);

create index meter_photo_by_file on sensing.meter_photo (sha256);
