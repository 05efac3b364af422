-- Where waste is treated, and what takes it there: small reference data, scoped by the place they serve.
create table waste.facility (
    code text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
    kind text not null check (kind in ('COMPOST', 'BIOGAS', 'INCINERATION', 'LANDFILL', 'RECYCLER', 'HAZARDOUS')),
    name_zh text not null check (length(name_zh) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    place_path text not null,
    accepted text[] not null check (cardinality(accepted) > 0),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    retired_by uuid,
    retired_at timestamptz,
    check (accepted <@ array ['kitchen', 'recyclable', 'hazardous', 'residual']),
    check ((retired_by is null) = (retired_at is null))
);

create table waste.vehicle (
    plate text primary key check (length(plate) between 4 and 12),
    owner text not null check (length(owner) between 1 and 100),
    carries text[] not null check (cardinality(carries) > 0),
    tare_kg numeric check (tare_kg > 0),
    place_path text not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    added_by uuid not null,
    added_at timestamptz not null,
    retired_by uuid,
    retired_at timestamptz,
    check (carries <@ array ['kitchen', 'recyclable', 'hazardous', 'residual']),
    check ((retired_by is null) = (retired_at is null))
);

-- What belongs to a record of the kind waste.collection.<class>, under the id of that record. A row counts once the record is
-- there; a row without one is an attempt that was never acknowledged.
create table waste.collection (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    class text not null check (class in ('kitchen', 'recyclable', 'hazardous', 'residual')),
    stations uuid[] not null,
    plate text not null,
    driver text not null check (length(driver) between 1 and 50),
    facility text not null,
    weighing text not null check (weighing in ('SOURCE', 'DESTINATION', 'ESTIMATED')),
    gross_kg numeric,
    tare_kg numeric,
    net_kg numeric not null check (net_kg > 0),
    bins integer check (bins > 0),
    bin_litres integer check (bin_litres > 0),
    note text not null default '' check (length(note) <= 200),
    supersedes uuid,
    content_hash text not null,
    filed_by uuid not null,
    filed_at timestamptz not null,
    primary key (community_id, id),
    check (gross_kg is null or tare_kg is null or gross_kg - tare_kg = net_kg),
    check ((weighing = 'ESTIMATED') = (bins is not null and bin_litres is not null))
);

-- The other side of the hand-over: what the destination says it received.
create table waste.collection_receipt (
    community_id integer not null check (community_id > 0),
    collection_id uuid not null,
    received_kg numeric not null check (received_kg > 0),
    explanation text not null default '' check (length(explanation) <= 200),
    received_by uuid not null,
    received_at timestamptz not null,
    primary key (community_id, collection_id)
);

-- Somebody of the community has looked at a difference beyond the tolerance and lets it stand.
create table waste.collection_settlement (
    community_id integer not null check (community_id > 0),
    collection_id uuid not null,
    note text not null check (length(note) between 1 and 200),
    settled_by uuid not null,
    settled_at timestamptz not null,
    primary key (community_id, collection_id)
);

-- What belongs to a record of the kind waste.treatment.<class>, under the id of that record.
create table waste.treatment (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    class text not null check (class in ('kitchen', 'recyclable', 'hazardous', 'residual')),
    facility text not null,
    input_kg numeric not null check (input_kg > 0),
    product text not null default '' check (length(product) <= 100),
    product_kg numeric not null check (product_kg >= 0),
    residue_kg numeric not null check (residue_kg >= 0),
    gas_m3 numeric check (gas_m3 >= 0),
    ticket text not null default '' check (length(ticket) <= 50),
    note text not null default '' check (length(note) <= 200),
    supersedes uuid,
    content_hash text not null,
    filed_by uuid not null,
    filed_at timestamptz not null,
    primary key (community_id, id),
    check (product_kg + residue_kg <= input_kg)
);

create index collection_by_id on waste.collection (id);
create index treatment_by_id on waste.treatment (id);
