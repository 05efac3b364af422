-- When the community's pick-up round comes, and how many households it can serve.
create table waste.pickup_slot (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    service text not null check (service in ('BULKY', 'ELECTRONIC', 'HAZARDOUS')),
    day date not null,
    from_minute smallint not null,
    to_minute smallint not null,
    capacity smallint not null check (capacity between 1 and 500),
    added_by uuid not null,
    added_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    primary key (community_id, id),
    check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);

create unique index pickup_slot_once on waste.pickup_slot (community_id, service, day, from_minute) where withdrawn_at is null;
create index pickup_slot_by_day on waste.pickup_slot (community_id, day, from_minute, id);

create table waste.appointment (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    slot_id uuid not null,
    household_id uuid not null,
    items text not null check (length(items) between 1 and 200),
    pieces smallint not null check (pieces between 1 and 99),
    meeting_place text not null check (length(meeting_place) between 1 and 100),
    photo text check (photo ~ '^[0-9a-f]{64}$'),
    requested_by uuid not null,
    requested_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, slot_id) references waste.pickup_slot
);

create index appointment_by_slot on waste.appointment (community_id, slot_id);
create index appointment_by_household on waste.appointment (community_id, household_id, requested_at desc);

-- What became of it: a state is a row with who and when; one of each at most, and never both collected and cancelled.
create table waste.appointment_step (
    community_id integer not null check (community_id > 0),
    appointment_id uuid not null,
    step text not null check (step in ('CONFIRMED', 'COLLECTED', 'CANCELLED')),
    ending boolean generated always as (step in ('COLLECTED', 'CANCELLED')) stored,
    mass_kg numeric check ((step = 'COLLECTED') = (mass_kg is not null) and mass_kg > 0),
    note text not null default '' check (length(note) <= 200),
    done_by uuid not null,
    done_at timestamptz not null,
    primary key (community_id, appointment_id, step),
    foreign key (community_id, appointment_id) references waste.appointment
);

create unique index appointment_ends_once on waste.appointment_step (community_id, appointment_id) where ending;
create index appointment_by_id on waste.appointment (id);
