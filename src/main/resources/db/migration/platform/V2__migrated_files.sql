-- which migrations this database has seen: a start that finds the same files need not ask the history of each module
create table platform.migrated_files (
    is_only_row boolean     primary key default true check (is_only_row),
    checksum    bytea       not null,
    noted_at    timestamptz not null default now()
);
