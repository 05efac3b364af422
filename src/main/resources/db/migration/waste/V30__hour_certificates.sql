-- What a member of a team was told in writing about verified hours; it never changes, and is checked against the records.
create table waste.hour_certificate (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    account_id uuid not null,
    name text not null check (length(name) <= 60),
    from_day date not null,
    to_day date not null,
    duties integer not null check (duties > 0),
    hours numeric not null check (hours > 0),
    issued_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (from_day <= to_day)
);

create index hour_certificate_by_id on waste.hour_certificate (id);
create index hour_certificate_by_account on waste.hour_certificate (account_id, id desc);
