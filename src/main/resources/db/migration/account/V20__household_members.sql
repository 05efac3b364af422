-- Who lives in a household: people with an account, and people without one under a nickname. The year of birth is kept of
-- minors only, and no longer than they are minors. A household's rows stay together, so its key begins with the community.
create table account.household_member (
    community_id integer  not null,
    household_id uuid     not null,
    id           uuid     not null,
    account_id   uuid,
    nickname     text     check (length(nickname) between 1 and 40),
    birth_year   smallint check (birth_year between 1900 and 2200),
    guardian_id  uuid,
    head         boolean  not null,
    since        date     not null,
    until        date,
    origin       text     not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, household_id, id),
    foreign key (community_id, household_id, guardian_id) references account.household_member,
    constraint member_leaves_after_it_came check (until >= since),
    constraint member_is_somebody check (account_id is not null or nickname is not null or until is not null),
    constraint nobody_guards_himself check (guardian_id <> id),
    constraint guardian_of_a_minor check (guardian_id is null or birth_year is not null),
    constraint no_minor_is_head check (not head or guardian_id is null)
);

create index household_member_by_account on account.household_member (account_id);
create index household_member_by_id on account.household_member (id);
create index household_member_minor on account.household_member (birth_year) where birth_year is not null;
create unique index household_member_once on account.household_member (community_id, household_id, account_id)
    where until is null;

insert into account.household_member (community_id, household_id, id, account_id, head, since, until, origin)
select membership.community_id, membership.household_id, gen_random_uuid(), membership.account_id, membership.head,
       membership.since, membership.until, account.origin
from account.membership membership
join account.account account on account.id = membership.account_id;

drop table account.membership;

-- With such a code somebody who has an account joins a household; kept as SHA-256 of 60 random bits, for three days, used once.
create table account.household_invitation (
    code_hash    bytea       primary key check (length(code_hash) = 32),
    community_id integer     not null,
    household_id uuid        not null,
    member_id    uuid,
    invited_by   uuid        not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);

create index household_invitation_by_end on account.household_invitation (expires_at);
