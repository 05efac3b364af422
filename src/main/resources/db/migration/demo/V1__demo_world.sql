create schema demo;

-- what has been loaded, so that a first start that was interrupted goes on where it stopped
create table demo.chapter (
    name        text primary key,
    finished_at timestamptz not null
);

-- the season is counted back from the day of the first start and stays where it is
create table demo.season (
    only_one boolean primary key default true check (only_one),
    last_day date not null
);
