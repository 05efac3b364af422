create schema report;

-- A place whose report or plan of a year somebody waits for; what is due and what is overdue is read from here.
create table report.expectation (
    id uuid primary key,
    what text not null check (what in ('ANNUAL', 'PLAN')),
    year integer not null check (year between 1900 and 2199),
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    level text not null,
    name_zh text not null,
    name_en text not null,
    due_on date not null,
    called_by uuid not null,
    called_at timestamptz not null,
    excuse text not null default '',
    excused_by uuid,
    excused_at timestamptz,
    reminded_on date,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    unique (what, year, place),
    constraint expectation_is_excused_by_somebody check ((excused_by is null) = (excuse = ''))
);

create index expectation_by_path on report.expectation (what, year, path text_pattern_ops);
create index expectation_by_day on report.expectation (due_on, id);

-- The annual report of a place.
create table report.report (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    level text not null,
    name_zh text not null,
    name_en text not null,
    year integer not null check (year between 1900 and 2199),
    template text not null,
    template_version integer not null,
    state text not null,
    round integer not null default 1 check (round > 0),
    due_on date not null,
    begun_by uuid not null,
    begun_at timestamptz not null,
    presented_by uuid,
    submitted_at timestamptz,
    handed_in_at timestamptz,
    on_time boolean,
    receipt text not null default '',
    root_hash text not null default '' check (root_hash ~ '^([0-9a-f]{64})?$'),
    published_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    unique (year, place),
    constraint report_is_submitted_whole check ((submitted_at is null) = (on_time is null))
);

create index report_by_path on report.report (path text_pattern_ops, year);

comment on column report.report.submitted_at is 'when the receiving office got it first; whether it was on time is judged by this';
comment on column report.report.handed_in_at is 'when it was handed in last';

-- What became of a report, step by step.
create table report.step (
    report_id uuid not null references report.report (id),
    id uuid not null,
    step text not null,
    state text not null,
    note text not null default '',
    taken_by uuid not null,
    taken_at timestamptz not null,
    primary key (report_id, id)
);

-- Texts that people wrote, in versions; the highest counts.
create table report.text (
    report_id uuid not null references report.report (id),
    code text not null,
    version integer not null check (version > 0),
    zh text not null,
    en text not null default '',
    written_by uuid not null,
    written_at timestamptz not null,
    primary key (report_id, code, version)
);

-- The numbers of a report as they were handed in; one set a round.
create table report.figure (
    report_id uuid not null references report.report (id),
    round integer not null,
    position integer not null,
    code text not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    qualifier text not null,
    reason text not null default '',
    figure_id uuid,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (report_id, round, code),
    constraint report_figure_has_a_value_or_a_reason check ((value is null) = (reason <> ''))
);

-- The tables of a report as they were handed in, in both languages.
create table report.kept_table (
    report_id uuid not null references report.report (id),
    round integer not null,
    code text not null,
    content text not null,
    primary key (report_id, round, code)
);

-- Who signs with the place that reports.
create table report.signature (
    report_id uuid not null references report.report (id),
    round integer not null,
    department text not null,
    position integer not null,
    name_zh text not null,
    name_en text not null,
    state text not null check (state in ('WAITING', 'SIGNED', 'OBJECTED')),
    note text not null default '',
    signed_by uuid,
    signed_at timestamptz,
    primary key (report_id, round, department),
    constraint signature_is_given_by_somebody check ((state = 'WAITING') = (signed_by is null))
);

-- The plan (实施方案) of a place, filed with the office above; what should be reached by when.
create table report.plan (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    name_zh text not null,
    name_en text not null,
    year integer not null check (year between 1900 and 2199),
    title text not null check (title <> ''),
    document text not null check (document <> ''),
    aims text not null default '',
    submitted_at timestamptz not null,
    due_on date not null,
    filed_by uuid not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint plan_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create unique index plan_of_a_year on report.plan (year, place) where withdrawn_at is null;
create index plan_by_path on report.plan (path text_pattern_ops, id);

comment on column report.plan.document is 'where the plan can be read: number of the circular, address or file';

-- A base that shows others how it is done.
create table report.base (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    name_zh text not null check (name_zh <> ''),
    name_en text not null,
    theme_zh text not null,
    theme_en text not null,
    opened_on date not null,
    source text not null check (source <> ''),
    entered_by uuid not null,
    entered_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint base_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index base_by_path on report.base (path text_pattern_ops, id);

-- How many came to a base in a year; the latest count of a year holds.
create table report.base_visit (
    base_id uuid not null references report.base (id),
    year integer not null check (year between 1900 and 2199),
    visitors bigint not null check (visitors >= 0),
    counted_by uuid not null,
    counted_at timestamptz not null,
    primary key (base_id, year)
);

-- A unit, person or practice that is praised: nominated, publicised, awarded.
create table report.commendation (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    year integer not null check (year between 1900 and 2199),
    kind text not null check (kind in ('UNIT', 'PERSON', 'PRACTICE')),
    name text not null check (name <> ''),
    basis text not null check (basis <> ''),
    state text not null check (state in ('NOMINATED', 'PUBLICISED', 'AWARDED', 'DECLINED')),
    reason text not null default '',
    publicised_on date,
    entered_by uuid not null,
    entered_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint commendation_is_decided_by_somebody check ((state = 'NOMINATED') = (decided_by is null))
);

create index commendation_by_path on report.commendation (path text_pattern_ops, id);

-- Money of a source for a year and area. Nothing is edited; a wrong line is taken back.
create table report.fund (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    year integer not null check (year between 1900 and 2199),
    kind text not null,
    area text not null,
    planned_fen bigint not null check (planned_fen >= 0),
    allocated_fen bigint not null check (allocated_fen between 0 and planned_fen),
    disbursed_fen bigint not null check (disbursed_fen between 0 and allocated_fen),
    source text not null check (source <> ''),
    entered_by uuid not null,
    entered_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint fund_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index fund_by_path on report.fund (path text_pattern_ops, year, id);
