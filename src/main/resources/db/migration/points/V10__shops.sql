-- An exchange shop stands on a site; its id is the site's.
create table points.shop (
    community_id integer not null,
    id uuid not null,
    note text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    closed_at timestamptz,
    origin text not null,
    primary key (community_id, id)
);
create index shop_by_id on points.shop (id);

create table points.shop_window (
    community_id integer not null,
    shop uuid not null,
    day smallint not null check (day between 1 and 7),
    from_minute smallint not null,
    to_minute smallint not null,
    primary key (community_id, shop, day, from_minute),
    constraint within_a_day check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440)
);

-- The row that is locked whenever pieces are counted. stock: pieces in the shop; reserved: of these, waiting for pick-up.
create table points.goods (
    community_id integer not null,
    id uuid not null,
    shop uuid not null,
    version integer not null,
    stock bigint not null,
    reserved bigint not null,
    primary key (community_id, id),
    constraint stock_is_never_negative check (0 <= reserved and reserved <= stock)
) with (fillfactor = 50);
create index goods_of_shop on points.goods (community_id, shop, id);

-- What goods are and cost. A version is never changed; the goods row names the one that holds.
create table points.goods_version (
    community_id integer not null,
    goods uuid not null,
    version integer not null,
    name_zh text not null,
    name_en text not null,
    price_points bigint not null check (price_points between 1 and 1000000),
    on_sale boolean not null,
    photo text,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (community_id, goods, version)
);

create table points.goods_photo (
    community_id integer not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    jpeg bytea not null check (length(jpeg) <= 400000),
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (community_id, sha256)
);

-- Append-only. stock_after follows from the movement before, for the goods row is locked meanwhile.
create table points.stock_movement (
    community_id integer not null,
    goods uuid not null,
    id uuid not null,
    kind text not null check (kind in ('RECEIVED', 'CAPTURED', 'RETURNED', 'CORRECTED')),
    pieces bigint not null check (pieces <> 0),
    stock_after bigint not null check (stock_after >= 0),
    redemption uuid,
    note text not null,
    moved_by uuid not null,
    moved_at timestamptz not null,
    primary key (community_id, goods, id),
    constraint the_sign_fits check (kind = 'CORRECTED' or (kind = 'CAPTURED') = (pieces < 0)),
    constraint a_redemption_moves_pieces check ((kind in ('CAPTURED', 'RETURNED')) = (redemption is not null))
);
create unique index handed_over_once on points.stock_movement (community_id, redemption, kind)
    where redemption is not null;

-- The id is the idempotency key and the id of the posting that holds the points.
create table points.redemption (
    community_id integer not null,
    id uuid not null,
    shop uuid not null,
    goods uuid not null,
    goods_version integer not null,
    household uuid not null,
    pieces integer not null check (pieces between 1 and 20),
    points bigint not null check (points > 0),
    state text not null check (state in ('HELD', 'CAPTURED', 'VOIDED', 'REFUNDED')),
    code text not null,
    consent text,
    held_by uuid not null,
    held_at timestamptz not null,
    expires_at timestamptz not null,
    captured_by uuid,
    captured_at timestamptz,
    captured_on date,
    voided_by uuid,
    voided_at timestamptz,
    void_reason text check (void_reason in ('RESIDENT', 'SHOP', 'EXPIRED')),
    refunded_by uuid,
    refunded_at timestamptz,
    refunded_on date,
    refund_note text,
    origin text not null,
    primary key (community_id, id),
    constraint captured_or_voided check (captured_at is null or voided_at is null),
    constraint a_state_has_its_time check (
        (state = 'HELD') = (captured_at is null and voided_at is null)
        and (state = 'VOIDED') = (voided_at is not null)
        and (state = 'REFUNDED') = (refunded_at is not null)
        and (refunded_at is null or captured_at is not null)
        and (captured_at is null) = (captured_on is null)
        and (refunded_at is null) = (refunded_on is null))
) with (fillfactor = 70);
-- a code opens one waiting redemption; once it was used it opens nothing
create unique index pickup_code on points.redemption (community_id, code) where state = 'HELD';
create index redemption_waiting on points.redemption (community_id, shop, expires_at, id) where state = 'HELD';
create index redemption_of_household on points.redemption (community_id, household, id desc);
create index redemption_captured on points.redemption (community_id, shop, captured_on, id) where captured_on is not null;
create index redemption_refunded on points.redemption (community_id, shop, refunded_on, id) where refunded_on is not null;
create index redemption_expiring on points.redemption (expires_at) where state = 'HELD';

-- A refused redemption keeps its answer.
create table points.redemption_refusal (
    community_id integer not null,
    id uuid not null,
    fingerprint text not null,
    reason text not null check (reason in ('SOLD_OUT', 'OVERDRAFT', 'NOT_ON_SALE')),
    refused_at timestamptz not null,
    primary key (community_id, id)
);

-- From which lots points were set aside, so that they come back as they were: flat pairs [last valid epoch day, points, …].
create table points.hold (
    community_id integer not null,
    id uuid not null,
    household uuid not null,
    points bigint not null check (points > 0),
    lots bigint[] not null,
    primary key (community_id, id)
);
