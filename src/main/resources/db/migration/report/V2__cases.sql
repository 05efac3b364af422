-- Practices that others can take over, as somebody wrote them down; never edited, a wrong line is taken back.
create table report.practice_case (
    id uuid primary key,
    place text not null check (place ~ '^[0-9]{12}$'),
    path text not null,
    title_zh text not null check (length(title_zh) between 1 and 300),
    title_en text not null check (length(title_en) between 1 and 300),
    what_zh text not null default '' check (length(what_zh) <= 2000),
    what_en text not null default '' check (length(what_en) <= 2000),
    year integer not null check (year between 2000 and 2100),
    source text not null check (length(source) between 1 and 300),
    entered_by uuid not null,
    entered_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint case_withdrawal_is_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index practice_case_by_path on report.practice_case (path text_pattern_ops, id);
