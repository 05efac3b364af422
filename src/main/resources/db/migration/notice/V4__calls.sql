-- A household that is called by phone as well, and who said so when a worker noted it.
alter table notice.reminder
    add column called boolean not null default false,
    add column consent text not null default '' check (length(consent) <= 60);

-- How a call went; at most one a household and day.
create table notice.reminder_call (
    community_id integer     not null,
    household_id uuid        not null,
    day          date        not null,
    outcome      text        not null check (outcome in ('DONE', 'NO_ANSWER', 'NEEDS_HELP')),
    called_by    uuid        not null,
    called_at    timestamptz not null,
    primary key (community_id, household_id, day)
);
