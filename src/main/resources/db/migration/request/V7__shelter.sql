-- The log of stray animals that were taken in, and what became of each.
create table request.shelter_animal (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null,
    place_path text not null,
    request_id uuid,
    species text not null check (species in ('DOG', 'CAT', 'OTHER')),
    looks text not null check (length(looks) between 1 and 200),
    kept_at text not null check (length(kept_at) between 1 and 100),
    taken_in_on date not null,
    state text not null check (state in ('TAKEN_IN', 'RETURNED', 'ADOPTED', 'RELEASED', 'HANDED_OVER', 'DIED')),
    taken_in_by uuid not null,
    noted_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create index shelter_animal_by_id on request.shelter_animal (id);
create index shelter_animal_by_path on request.shelter_animal (place_path text_pattern_ops, id desc);

create table request.shelter_step (
    community_id integer not null,
    animal_id uuid not null,
    number integer not null check (number > 0),
    state text not null check (state in ('TAKEN_IN', 'RETURNED', 'ADOPTED', 'RELEASED', 'HANDED_OVER', 'DIED')),
    on_day date not null,
    words text not null check (length(words) between 1 and 500),
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (community_id, animal_id, number),
    foreign key (community_id, animal_id) references request.shelter_animal
);
