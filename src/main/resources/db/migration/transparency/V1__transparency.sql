create schema transparency;

-- The log itself: one row, changed once a round by whoever holds it. edge holds the roots of the perfect subtrees that
-- make up the tree, from left to right, 32 bytes each; with it the tree grows without anything else being read.
create table transparency.log (
    id smallint primary key check (id = 1),
    origin text not null,
    verifier_key text not null,
    size bigint not null check (size >= 0),
    root bytea not null check (length(root) = 32),
    edge bytea not null check (length(edge) % 32 = 0),
    checkpoint text not null,
    signed_at timestamptz not null
);

-- One row a transaction that recorded something, written in that transaction. entries: format (1 byte), community (4) and
-- id (16) of each record; leaves: its leaf hash (32). The sequencer gives the row its place and touches nothing else.
create table transparency.batch (
    batch bigint primary key,
    month integer not null,
    leaf_count integer not null check (leaf_count > 0),
    entries bytea not null,
    leaves bytea not null,
    first_leaf bigint check (first_leaf >= 0),
    check (length(entries) = 21 * leaf_count),
    check (length(leaves) = 32 * leaf_count)
);

-- Hashes do not compress; trying to costs more than writing them.
alter table transparency.batch alter column entries set storage external, alter column leaves set storage external;

create index batch_waiting on transparency.batch (batch) where first_leaf is null;
create unique index batch_in_order on transparency.batch (first_leaf) where first_leaf is not null;

-- Hash tiles above the leaves: hash i of tile n at level l is the root of 256^l leaves. Level 0 is read from the batches.
create table transparency.tile (
    level smallint not null check (level between 1 and 7),
    number bigint not null check (number >= 0),
    hashes bytea not null check (length(hashes) % 32 = 0 and length(hashes) between 32 and 8192),
    primary key (level, number)
);

-- What was published, the latest of each day; the latest of all is the checkpoint that is served.
create table transparency.checkpoint (
    day date primary key,
    size bigint not null check (size >= 0),
    root bytea not null check (length(root) = 32),
    note text not null,
    published_at timestamptz not null
);

-- The secret behind the salts of a month (yyyymm). Destroying it leaves hashes that nobody can connect with anything.
create table transparency.month_key (
    month integer primary key,
    secret bytea check (length(secret) = 32),
    made_at timestamptz not null,
    destroyed_at timestamptz,
    destroyed_by uuid,
    check ((secret is null) = (destroyed_at is not null))
);

-- What each witness has seen last.
create table transparency.witness (
    name text primary key,
    size bigint not null check (size >= 0),
    cosigned_at timestamptz,
    failure text,
    tried_at timestamptz not null
);
