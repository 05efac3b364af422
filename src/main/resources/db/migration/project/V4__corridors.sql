-- Corridors (楼道) are an inventory of their own: a kind, a theme, whoever keeps it, and stars at the last inspection.
alter table project.asset drop constraint asset_inventory_check;
alter table project.asset add constraint asset_inventory_check
    check (inventory in ('FACILITY', 'HERITAGE', 'SPONGE', 'LIFELINE', 'CORRIDOR'));
alter table project.asset add column theme_zh text not null default '' check (length(theme_zh) <= 100);
alter table project.asset add column theme_en text not null default '' check (length(theme_en) <= 100);
alter table project.asset add column kept_by text not null default '' check (length(kept_by) <= 100);
alter table project.asset add column stars integer check (stars between 1 and 5);
alter table project.asset add constraint asset_theme_check check ((inventory = 'CORRIDOR') = (theme_zh <> ''));
alter table project.inspection add column stars integer check (stars between 1 and 5);

-- A place of the works that was agreed on when the project was talked over (改造点位), such as a shed or a path.
create table project.works_point (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    number integer not null check (number between 1 and 200),
    name_zh text not null check (length(name_zh) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    state text not null check (state in ('AGREED', 'DONE', 'DROPPED')),
    settled_on date,
    reason text not null default '' check (length(reason) <= 300),
    agreed_by uuid not null,
    agreed_at timestamptz not null,
    settled_by uuid,
    primary key (community_id, id),
    unique (community_id, project_id, number),
    foreign key (community_id, project_id) references project.project,
    check ((latitude is null) = (longitude is null)),
    check ((state = 'AGREED') = (settled_by is null)),
    check (state <> 'DROPPED' or reason <> '')
);
