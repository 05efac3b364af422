-- Points that one household gave to another. The id is the one under which the giver's posting stands; lots: what was given, as
-- flat pairs [last valid epoch day, points, …], from which the ids of the receiver's postings follow.
create table points.gift (
    community_id integer not null,
    id uuid not null,
    household uuid not null,
    to_community integer not null,
    to_household uuid not null,
    points bigint not null check (points > 0),
    lots bigint[] not null,
    note text not null,
    given_on date not null,
    given_by uuid not null,
    given_at timestamptz not null,
    reversed_by uuid,
    reversed_at timestamptz,
    reverse_note text,
    origin text not null,
    primary key (community_id, id),
    constraint not_to_oneself check (household <> to_household),
    constraint a_reversal_has_its_person check ((reversed_by is null) = (reversed_at is null))
);
create index gift_by_id on points.gift (id);
create index gift_by_day on points.gift (community_id, household, given_on);
create index gift_by_receiver on points.gift (to_household, id desc);

-- From which household a household has agreed to take gifts.
create table points.gift_agreement (
    community_id integer not null,
    household uuid not null,
    from_household uuid not null,
    from_community integer not null,
    agreed_by uuid not null,
    agreed_at timestamptz not null,
    primary key (community_id, household, from_household)
);
