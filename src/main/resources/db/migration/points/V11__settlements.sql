-- What a point is worth to a shop from a day on, in fen. A rate is never changed; a later one takes its place.
create table points.shop_rate (
    community_id integer not null,
    shop uuid not null,
    valid_from date not null,
    fen_per_point bigint not null check (fen_per_point between 0 and 100000),
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (community_id, shop, valid_from)
);

-- A month that finance has closed; neither it nor its lines are ever changed.
create table points.settlement (
    community_id integer not null,
    shop uuid not null,
    month date not null check (extract(day from month) = 1),
    pieces bigint not null,
    points bigint not null,
    amount_fen bigint not null,
    closed_by uuid not null,
    closed_at timestamptz not null,
    primary key (community_id, shop, month)
);

create table points.settlement_line (
    community_id integer not null,
    shop uuid not null,
    month date not null,
    line integer not null,
    kind text not null check (kind in ('CAPTURED', 'REFUNDED', 'CORRECTED')),
    name_zh text not null,
    name_en text not null,
    pieces bigint not null,
    points bigint not null,
    fen_per_point bigint,
    amount_fen bigint not null,
    note text not null,
    primary key (community_id, shop, month, line),
    constraint the_amount_follows check (kind = 'CORRECTED' or amount_fen = points * fen_per_point)
);

-- What was found wrong with a closed month; it goes into the next one that is closed.
create table points.settlement_correction (
    community_id integer not null,
    shop uuid not null,
    id uuid not null,
    about_month date not null,
    amount_fen bigint not null check (amount_fen <> 0),
    note text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    settled_month date,
    primary key (community_id, shop, id)
);

-- Which statement a redemption went into; what is entered late goes into the next one.
alter table points.redemption add column settled_month date;
alter table points.redemption add column refund_settled_month date;
create index redemption_unsettled on points.redemption (community_id, shop, captured_on)
    where captured_on is not null and settled_month is null;
create index refund_unsettled on points.redemption (community_id, shop, refunded_on)
    where refunded_on is not null and refund_settled_month is null;
