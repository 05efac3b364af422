-- Who buys recyclables in a community; a firm that works in two communities has a row in each.
create table waste.recycler (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    name text not null check (length(name) between 1 and 80),
    phone text not null default '' check (length(phone) <= 40),
    since date not null,
    until date,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, name),
    check (until >= since)
);

create index recycler_by_id on waste.recycler (id);

-- The people who weigh and pay for a recycler; one firm a person and community.
create table waste.recycler_person (
    community_id integer not null,
    account_id uuid not null,
    recycler_id uuid not null,
    username text not null,
    engaged_by uuid not null,
    engaged_at timestamptz not null,
    primary key (community_id, account_id),
    foreign key (community_id, recycler_id) references waste.recycler
);

create index recycler_person_by_account on waste.recycler_person (account_id);

-- A price holds from its day until the next one begins and is never rewritten; null: not bought any more.
create table waste.buy_back_price (
    community_id integer not null,
    recycler_id uuid not null,
    material text not null check (material ~ '^[a-z]+$'),
    valid_from date not null,
    price_fen_per_kg bigint check (price_fen_per_kg between 0 and 1000000),
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (community_id, recycler_id, material, valid_from),
    foreign key (community_id, recycler_id) references waste.recycler
);

-- A month of a recycler in a community, open until finance closes it. last_number counts its receipts.
create table waste.buy_back_month (
    community_id integer not null,
    recycler_id uuid not null,
    month date not null check (extract(day from month) = 1),
    last_number integer not null default 0 check (last_number >= 0),
    closed_by uuid,
    closed_at timestamptz,
    primary key (community_id, recycler_id, month),
    foreign key (community_id, recycler_id) references waste.recycler,
    check ((closed_by is null) = (closed_at is null))
);

-- A receipt; never edited. A reversal is a receipt of its own with the opposite numbers.
-- drop_id: the drop whose mass was bought, so that it is not counted a second time.
create table waste.buy_back (
    community_id integer not null,
    id uuid not null,
    recycler_id uuid not null,
    month date not null,
    number integer not null check (number > 0),
    household_id uuid not null,
    site_id uuid,
    occurred_at timestamptz not null,
    local_date date not null,
    amount_fen bigint not null,
    payment text not null check (payment in ('CASH', 'TRANSFER')),
    drop_id uuid,
    reverses uuid check (reverses <> id),
    reason text not null default '' check (length(reason) <= 200),
    content_hash bytea not null check (length(content_hash) = 32),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, recycler_id, month, number),
    check (reverses is null and amount_fen >= 0 or reverses is not null and amount_fen <= 0 and reason <> '')
);

create index buy_back_by_id on waste.buy_back (id);
create index buy_back_by_household on waste.buy_back (community_id, household_id, occurred_at desc);
create unique index buy_back_reversed_once on waste.buy_back (community_id, reverses) where reverses is not null;
create unique index buy_back_drop_once on waste.buy_back (community_id, drop_id) where drop_id is not null and reverses is null;

create table waste.buy_back_line (
    community_id integer not null,
    buy_back_id uuid not null,
    material text not null,
    mass_g bigint not null check (mass_g <> 0),
    price_fen_per_kg bigint not null check (price_fen_per_kg >= 0),
    amount_fen bigint not null,
    primary key (community_id, buy_back_id, material),
    check (abs(amount_fen) = (abs(mass_g) * price_fen_per_kg + 500) / 1000),
    check (amount_fen = 0 or sign(amount_fen) = sign(mass_g))
);

-- What a closed month came to, by material; written once.
create table waste.buy_back_settlement (
    community_id integer not null,
    recycler_id uuid not null,
    month date not null,
    material text not null,
    mass_g bigint not null,
    amount_fen bigint not null,
    lines integer not null check (lines > 0),
    primary key (community_id, recycler_id, month, material),
    foreign key (community_id, recycler_id, month) references waste.buy_back_month
);
