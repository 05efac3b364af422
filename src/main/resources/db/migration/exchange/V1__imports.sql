create schema exchange;

-- One row an upload. Few rows, read by whoever uploaded; not distributed.
create table exchange.import_job (
    id          uuid        primary key,
    account_id  uuid        not null,
    scopes      text[],
    source      text        not null,
    file_name   text        not null,
    file_sha256 text        not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
    file        bytea       not null,
    phase       text        not null check (phase in ('CHECK', 'RUN')),
    state       text        not null check (state in ('WORKING', 'DONE', 'FAILED')),
    rows_total  bigint      not null check (rows_total >= 0),
    rows_done   bigint      not null check (rows_done between 0 and rows_total),
    creates     bigint      not null,
    changes     bigint      not null,
    sames       bigint      not null,
    refusals    bigint      not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    leased_to   timestamptz not null,
    lease       uuid        not null
);

create index import_job_by_account on exchange.import_job (account_id, id);
create index import_job_unfinished on exchange.import_job (leased_to) where state = 'WORKING';

-- What is wrong, cell by cell; "number" orders the cells of a row.
create table exchange.import_problem (
    job_id      uuid    not null references exchange.import_job (id),
    phase       text    not null,
    line        bigint  not null,
    number      integer not null,
    column_name text    not null,
    value       text    not null,
    slug        text    not null,
    arguments   text[]  not null,
    primary key (job_id, phase, line, number)
);
