-- Talks in which people agree or disagree with short statements of each other.
create table governance.opinion_talk (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    title text not null check (length(title) between 1 and 100),
    words text not null default '' check (length(words) <= 2000),
    closes_on date not null,
    begun_by uuid not null,
    begun_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create index opinion_talk_by_id on governance.opinion_talk (id);
create index opinion_talk_by_place on governance.opinion_talk (place_path text_pattern_ops, id desc);

create table governance.opinion_statement (
    community_id integer not null,
    talk_id uuid not null,
    id uuid not null,
    words text not null check (length(words) between 1 and 140),
    said_by uuid not null,
    said_at timestamptz not null,
    hidden_reason text check (length(hidden_reason) between 1 and 300),
    hidden_by uuid,
    primary key (community_id, talk_id, id),
    foreign key (community_id, talk_id) references governance.opinion_talk,
    check ((hidden_reason is null) = (hidden_by is null))
);

create index opinion_statement_by_person on governance.opinion_statement (community_id, talk_id, said_by);

-- 1 agrees, -1 disagrees, 0 passes; the last one holds.
create table governance.opinion_vote (
    community_id integer not null,
    talk_id uuid not null,
    account_id uuid not null,
    statement_id uuid not null,
    vote smallint not null check (vote between -1 and 1),
    voted_at timestamptz not null,
    primary key (community_id, talk_id, account_id, statement_id),
    foreign key (community_id, talk_id, statement_id) references governance.opinion_statement
);

create index opinion_vote_by_statement on governance.opinion_vote (community_id, talk_id, statement_id);
