-- Who belongs to a community's green action team.
create table waste.team_member (
    community_id integer not null check (community_id > 0),
    account_id uuid not null,
    username text not null,
    name text not null,
    part text not null check (part in ('SOCIAL_WORKER', 'VOLUNTEER', 'INSTRUCTOR')),
    since date not null,
    until date,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, account_id),
    check (until >= since)
);

-- Keeping watch at a station for a while; without an account it is free to be taken.
create table waste.duty (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    site_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    account_id uuid,
    offered boolean not null default false,
    checked_in_at timestamptz,
    checked_out_at timestamptz,
    planned_by uuid not null,
    cancelled_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (starts_at < ends_at and ends_at <= starts_at + interval '12 hours'),
    check (not offered or account_id is not null),
    check (checked_in_at is null or account_id is not null),
    check (checked_out_at > checked_in_at)
);

create index duty_by_id on waste.duty (id);
create index duty_by_start on waste.duty (community_id, starts_at);
create index duty_by_account on waste.duty (account_id, starts_at);
