-- That a clause was not kept, and how it was talked over: for the desk alone, without names and households.
create table governance.breach_note (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    convention_id uuid not null,
    place_code text not null,
    place_path text not null,
    clause integer not null check (clause between 1 and 300),
    topic text not null check (length(topic) between 1 and 60),
    seen_on date not null,
    words text not null check (length(words) between 1 and 500),
    state text not null check (state in ('NOTED', 'TALKED_OVER', 'MENDED', 'MEDIATED')),
    noted_by uuid not null,
    noted_at timestamptz not null,
    last_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    foreign key (community_id, convention_id) references governance.convention
);

create index breach_note_by_id on governance.breach_note (id);
create index breach_note_by_convention on governance.breach_note (community_id, convention_id, id desc);
create index breach_note_by_last on governance.breach_note (last_at);

create table governance.breach_step (
    community_id integer not null,
    note_id uuid not null,
    number integer not null check (number > 0),
    state text not null check (state in ('NOTED', 'TALKED_OVER', 'MENDED', 'MEDIATED')),
    on_day date not null,
    words text not null check (length(words) between 1 and 500),
    said_by uuid not null,
    said_at timestamptz not null,
    primary key (community_id, note_id, number),
    foreign key (community_id, note_id) references governance.breach_note on delete cascade
);
