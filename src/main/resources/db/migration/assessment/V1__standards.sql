create schema if not exists assessment;

-- Standards written with the program, one row a version; those it ships are files. The text is what people wrote and download;
-- a published one never changes, another version takes over.
create table assessment.standard (
    code text not null check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    version integer not null check (version > 0),
    jurisdiction text not null check (jurisdiction ~ '^[0-9]{12}$'),
    path text not null,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    name_zh text not null,
    name_en text not null,
    effective_from date not null,
    official boolean not null,
    content text not null check (content <> ''),
    revision integer not null check (revision > 0),
    drafted_by uuid not null,
    edited_by uuid not null,
    edited_at timestamptz not null,
    published_by uuid,
    published_at timestamptz,
    retired_by uuid,
    retired_at timestamptz,
    retired_for text,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (code, version),
    constraint standard_is_published_by_somebody
        check ((state = 'DRAFT') = (published_by is null) and (published_by is null) = (published_at is null)),
    constraint standard_is_retired_for_a_reason
        check ((state = 'RETIRED') = (retired_for is not null) and (retired_for is null) = (retired_by is null))
);

create unique index standard_one_draft on assessment.standard (code) where state = 'DRAFT';
create index standard_by_path on assessment.standard (path text_pattern_ops);
