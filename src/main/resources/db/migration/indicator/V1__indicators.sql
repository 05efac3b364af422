create schema indicator;

-- A community, or a place above communities (then community_id is 0 and place its code), whose values of a period are to be
-- reckoned again. Each transaction adds rows of its own; one job takes them.
create table indicator.changed (
    community_id integer not null,
    id uuid not null,
    place text not null default '' check (place ~ '^([0-9]{12})?$'),
    period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
    primary key (community_id, id)
);

-- What a place that reports adds up to in a month or year; the leaves of the roll-up. The path is the one it had last in the
-- period. A measure without verified or waiting records has no row: missing is not zero.
create table indicator.place_value (
    community_id integer not null,
    measure text not null,
    period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    verified numeric not null,
    records bigint not null check (records >= 0),
    provisional numeric not null,
    waiting bigint not null check (waiting >= 0),
    cell bigint not null,
    at_least bigint not null,
    at_most bigint not null,
    about bigint not null,
    primary key (community_id, measure, period, place),
    constraint place_value_is_not_missing check (records + waiting > 0)
);

create index place_value_by_path on indicator.place_value (measure, period, path text_pattern_ops);

-- Exact sums of place_value at every place of every level; written by the one job that rolls up, in one statement a batch.
create table indicator.rollup (
    measure text not null,
    period text not null,
    path text not null,
    parent text,
    verified numeric not null,
    records bigint not null,
    provisional numeric not null,
    waiting bigint not null,
    cell bigint not null,
    at_least bigint not null,
    at_most bigint not null,
    about bigint not null,
    places bigint not null,
    primary key (measure, period, path)
);

create index rollup_by_parent on indicator.rollup (measure, period, parent);

comment on column indicator.rollup.places is 'how many places that report have a verified value below it';

-- When everything was last reckoned from the records.
create table indicator.recomputed (
    only_row boolean primary key default true check (only_row),
    at timestamptz not null
);

-- A value entered by hand with what proves it; verified by somebody else.
create table indicator.entry (
    community_id integer not null,
    id uuid not null,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    measure text not null,
    period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
    value numeric not null,
    qualifier text not null check (qualifier in ('EXACT', 'AT_LEAST', 'AT_MOST', 'ABOUT')),
    printed text not null check (printed <> ''),
    cell bigint check (cell >= 0),
    evidence text not null check (evidence <> ''),
    state text not null check (state in ('RECORDED', 'VERIFIED', 'REJECTED', 'REVERSED')),
    entered_by uuid not null,
    entered_at timestamptz not null,
    decided_by uuid check (decided_by <> entered_by or state = 'REVERSED'),
    decided_at timestamptz,
    reason text not null default '',
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    constraint entry_is_decided_by_somebody check ((state = 'RECORDED') = (decided_by is null))
);

create index entry_by_id on indicator.entry (id);
create index entry_by_place on indicator.entry (community_id, place, period);
create index entry_by_path on indicator.entry (path text_pattern_ops, id);

-- The register of communities as it stood on a day, frozen for the rates of a year.
create table indicator.register_snapshot (
    id uuid primary key,
    cycle text not null check (cycle ~ '^[0-9]{4}$'),
    scope text not null,
    as_of date not null,
    source text not null check (source <> ''),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    communities bigint not null check (communities >= 0),
    frozen_by uuid not null,
    frozen_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    withdrawal_reason text not null default '',
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint snapshot_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index register_snapshot_by_cycle on indicator.register_snapshot (cycle, scope);

create table indicator.register_item (
    community_id integer not null,
    snapshot_id uuid not null,
    place text not null check (place ~ '^[0-9]{12}$'),
    cycle text not null,
    name_zh text not null,
    name_en text not null,
    urban boolean not null,
    communities bigint not null check (communities >= 0),
    residents bigint check (residents >= 0),
    households bigint check (households >= 0),
    primary key (community_id, snapshot_id, place)
);

create index register_item_by_place on indicator.register_item (community_id, place, cycle);

-- A value that was published, with the terms it was reckoned from; never changed. A correction is a figure of its own.
create table indicator.figure (
    id uuid primary key,
    indicator text not null,
    version integer not null,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    name_zh text not null,
    name_en text not null,
    period text not null,
    value numeric not null,
    qualifier text not null check (qualifier in ('EXACT', 'AT_LEAST', 'AT_MOST', 'ABOUT')),
    numerator numeric not null,
    denominator numeric check (denominator <> 0),
    cutoff timestamptz not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    snapshot_id uuid references indicator.register_snapshot (id),
    corrects uuid unique references indicator.figure (id),
    note_zh text not null default '',
    note_en text not null default '',
    published_by uuid not null,
    published_at timestamptz not null,
    checked_at timestamptz,
    still_true boolean,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint figure_correction_says_why check (corrects is null or note_zh <> '')
);

create index figure_by_indicator on indicator.figure (indicator, path text_pattern_ops, period);
create index figure_by_path on indicator.figure (path text_pattern_ops, id);

-- The roll-up of each of its measures as it was at the cut-off.
create table indicator.figure_node (
    figure_id uuid not null references indicator.figure (id),
    measure text not null,
    path text not null,
    parent text,
    name_zh text not null,
    name_en text not null,
    value numeric not null,
    records bigint not null,
    cell bigint not null,
    children integer not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (figure_id, measure, path)
);

create index figure_node_by_parent on indicator.figure_node (figure_id, measure, parent);

-- What an indicator should become at a place by a period, or what it was before work began.
create table indicator.target (
    id uuid primary key,
    indicator text not null,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    kind text not null check (kind in ('BASELINE', 'TARGET')),
    period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
    value numeric not null,
    source text not null check (source <> ''),
    set_by uuid not null,
    set_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint target_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create unique index target_one_at_a_time on indicator.target (indicator, path, kind, period) where withdrawn_at is null;

-- Before and after, as a source prints it; what it does not print stays empty.
create table indicator.comparison (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    topic text not null,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    unit_zh text not null,
    unit_en text not null,
    before_printed text,
    after_printed text,
    change_printed text,
    change_kind text check (change_kind in ('PERCENTAGE_POINTS', 'PERCENT', 'ABSOLUTE')),
    note_zh text not null default '',
    note_en text not null default '',
    source text not null check (source <> ''),
    entered_by uuid not null,
    entered_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint comparison_says_something
        check (before_printed is not null or after_printed is not null or change_printed is not null),
    constraint comparison_change_has_a_kind check ((change_printed is null) = (change_kind is null)),
    constraint comparison_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index comparison_by_path on indicator.comparison (path text_pattern_ops, id);
