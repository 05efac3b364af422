-- Extra points on chosen kinds of records in a place, for some days, out of a budget. The row is locked whenever points are
-- taken from the budget, so that it is never exceeded.
create table points.campaign (
    community_id integer not null,
    id uuid not null,
    place_path text not null,
    name_zh text not null,
    name_en text not null,
    kinds text[] not null check (cardinality(kinds) > 0),
    extra_percent integer not null,
    flat_points bigint not null,
    first_day date not null,
    last_day date not null,
    budget_points bigint not null,
    spent_points bigint not null default 0,
    awards bigint not null default 0,
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    end_reason text check (end_reason in ('SPENT', 'STOPPED')),
    end_note text,
    origin text not null,
    primary key (community_id, id),
    constraint within_the_budget check (0 <= spent_points and spent_points <= budget_points),
    constraint one_way_of_giving check (
        extra_percent between 1 and 900 and flat_points = 0 or extra_percent = 0 and flat_points between 1 and 1000),
    constraint some_days check (first_day <= last_day),
    constraint an_end_has_its_reason check ((ended_at is null) = (end_reason is null))
) with (fillfactor = 50);
create index campaign_by_id on points.campaign (id);
create index campaign_by_last_day on points.campaign (last_day);
