-- Who belongs to the team of a site, since when and as what; names stay with the accounts. Rows stay; leaving sets the last day.
create table compost.team_member (
    community_id integer not null,
    id uuid not null,
    site_id uuid not null,
    account_id uuid not null,
    part text not null check (part in ('COORDINATOR', 'COMPOSTER', 'TRAINEE', 'VOLUNTEER')),
    since date not null,
    until date check (until >= since),
    added_by uuid not null,
    added_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    foreign key (community_id, site_id) references compost.site,
    check ((until is null) = (ended_at is null) and (ended_by is null) = (ended_at is null))
);

create unique index team_member_once on compost.team_member (community_id, site_id, account_id) where until is null;
create index team_member_by_account on compost.team_member (account_id);
