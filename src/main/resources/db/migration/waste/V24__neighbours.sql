-- A task that a young member of a household has taken; known by a nickname only.
create table waste.task (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    household_id uuid not null,
    template text not null,
    nickname text not null check (length(nickname) between 1 and 20),
    state text not null check (state in ('TAKEN', 'DONE', 'ACCEPTED', 'RETURNED', 'GIVEN_UP')),
    words text not null default '' check (length(words) <= 300),
    taken_by uuid not null,
    taken_at timestamptz not null,
    done_at timestamptz,
    checked_by uuid check (checked_by <> taken_by),
    checked_at timestamptz,
    reason text not null default '' check (length(reason) <= 200),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (state <> 'ACCEPTED' or checked_by is not null),
    check (state in ('TAKEN', 'GIVEN_UP') or done_at is not null)
);

create index task_by_id on waste.task (id);
create index task_by_household on waste.task (community_id, household_id, id desc);
create index task_waiting on waste.task (community_id, done_at) where state = 'DONE';

-- A household that helps and one that is helped; it holds while both consent and nobody has ended it.
create table waste.help_pair (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    helper_id uuid not null,
    helped_id uuid not null,
    helper_consented_at timestamptz,
    helped_consented_at timestamptz,
    on_paper boolean not null,
    witness text not null default '' check (length(witness) <= 60),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    end_reason text not null default '' check (length(end_reason) <= 200),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (helper_id <> helped_id),
    check (not on_paper or witness <> '')
);

create index help_pair_by_id on waste.help_pair (id);
create unique index help_pair_once on waste.help_pair (community_id, helper_id, helped_id) where ended_at is null;
create index help_pair_by_helped on waste.help_pair (community_id, helped_id) where ended_at is null;

-- Which pair carried a drop.
create table waste.help_drop (
    community_id integer not null,
    drop_id uuid not null,
    pair_id uuid not null,
    noted_by uuid not null,
    noted_at timestamptz not null,
    primary key (community_id, drop_id),
    foreign key (community_id, pair_id) references waste.help_pair
);
