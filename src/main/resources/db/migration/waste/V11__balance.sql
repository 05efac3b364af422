-- One row a community and month; locked while somebody explains or closes.
create table waste.balance_month (
    community_id integer not null check (community_id > 0),
    month date not null check (extract(day from month) = 1),
    primary key (community_id, month)
);

-- Why what was dropped is not what was collected (COLLECTION), or what was collected not what was treated (TREATMENT).
-- A wrong row is taken back by a counter-entry that names it; nothing is changed or deleted.
create table waste.balance_explanation (
    community_id integer not null check (community_id > 0),
    month date not null,
    id uuid not null,
    class text not null check (class in ('kitchen', 'recyclable', 'hazardous', 'residual')),
    leg text not null check (leg in ('COLLECTION', 'TREATMENT')),
    reason text not null,
    kg numeric not null check (kg <> 0),
    note text not null default '' check (length(note) <= 200),
    takes_back uuid check (takes_back <> id),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, month, id),
    unique (community_id, month, takes_back),
    foreign key (community_id, month) references waste.balance_month
);

-- A month that somebody closed who recorded nothing of it; opened again by a reason.
create table waste.balance_closing (
    community_id integer not null check (community_id > 0),
    month date not null,
    id uuid not null,
    note text not null default '' check (length(note) <= 200),
    closed_by uuid not null,
    closed_at timestamptz not null,
    reopened_by uuid,
    reopened_at timestamptz,
    reopen_reason text check (length(reopen_reason) between 1 and 200),
    primary key (community_id, month, id),
    foreign key (community_id, month) references waste.balance_month,
    check ((reopened_by is null) = (reopened_at is null) and (reopened_by is null) = (reopen_reason is null))
);

create unique index balance_closing_open on waste.balance_closing (community_id, month) where reopened_at is null;

-- The numbers as they stood when the month was closed.
create table waste.balance_closed_line (
    community_id integer not null check (community_id > 0),
    month date not null,
    closing_id uuid not null,
    class text not null,
    dropped_kg numeric not null,
    collected_kg numeric not null,
    treated_kg numeric not null,
    explained_collection_kg numeric not null,
    explained_treatment_kg numeric not null,
    primary key (community_id, month, closing_id, class),
    foreign key (community_id, month, closing_id) references waste.balance_closing
);
