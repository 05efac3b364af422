-- Cycles of assessment, and what becomes of each community in them.
create schema if not exists assessment;

create table assessment.cycle (
    id uuid primary key,
    year integer not null check (year between 2000 and 2100),
    jurisdiction text not null check (jurisdiction ~ '^[0-9]{12}$'),
    path text not null,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    standard text not null,
    standard_version integer not null,
    levels text[] not null check (cardinality(levels) > 0 and levels <@ array['STREET', 'COUNTY', 'CITY']),
    enrol_by date not null,
    self_by date not null,
    street_by date,
    county_by date,
    city_by date,
    notice_days integer not null check (notice_days between 1 and 90),
    report_due date not null,
    state text not null check (state in ('PLANNED', 'OPEN', 'REVIEW', 'NOTICE', 'CLOSED', 'PUBLISHED')),
    created_by uuid not null,
    created_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    constraint cycle_days_follow_each_other check (enrol_by <= self_by and self_by <= report_due),
    constraint cycle_levels_have_days check (
        (('STREET' = any(levels)) = (street_by is not null))
        and (('COUNTY' = any(levels)) = (county_by is not null))
        and (('CITY' = any(levels)) = (city_by is not null)))
);

create index cycle_by_path on assessment.cycle (path text_pattern_ops);

create table assessment.cycle_step (
    cycle_id uuid not null references assessment.cycle,
    number integer not null,
    to_state text not null,
    by uuid not null,
    at timestamptz not null,
    primary key (cycle_id, number)
);

-- The communities a cycle is about, as the registers had them on the day it was opened; never changed afterwards.
create table assessment.cycle_member (
    community_id integer not null,
    cycle_id uuid not null,
    place text not null,
    path text not null,
    name_zh text not null,
    name_en text not null,
    urban boolean not null,
    communities bigint not null check (communities > 0),
    register_id uuid not null,
    primary key (community_id, cycle_id, place)
);

create index cycle_member_by_path on assessment.cycle_member (cycle_id, path text_pattern_ops);

create table assessment.assessment (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    cycle_id uuid not null,
    place text not null,
    path text not null,
    state text not null,
    steps integer not null default 0,
    answered integer not null default 0 check (answered >= 0),
    modifications integer not null default 0 check (modifications >= 0),
    enrolled_at timestamptz not null,
    withdrawn_at timestamptz,
    completed_by uuid,
    submitted_at timestamptz,
    approved_at timestamptz,
    scored_by uuid,
    score numeric(9, 2),
    raw_score numeric(9, 2),
    level text not null default '',
    decision text check (decision in ('PASS', 'FAIL')),
    notice_from date,
    notice_until date,
    attained_at timestamptz,
    ended_at timestamptz,
    recheck_on date,
    rectify_by date,
    changed_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, cycle_id),
    constraint assessment_attained_has_passed check (attained_at is null or decision = 'PASS')
);

create index assessment_by_id on assessment.assessment (id);
create index assessment_by_path on assessment.assessment (path text_pattern_ops, id);
create index assessment_by_cycle on assessment.assessment (cycle_id, state);

comment on column assessment.assessment.ended_at is 'when the community stopped having attained, by revocation';

-- What happened to an assessment, in order.
create table assessment.assessment_step (
    community_id integer not null,
    assessment_id uuid not null,
    number integer not null,
    move text not null,
    from_state text not null,
    to_state text not null,
    party text not null,
    by uuid,
    reason text not null default '',
    at timestamptz not null,
    primary key (community_id, assessment_id, number)
);

-- What is said of a criterion, by the community and by each level that reviews; kept side by side.
create table assessment.answer (
    community_id integer not null,
    assessment_id uuid not null,
    side text not null check (side in ('SELF', 'STREET', 'COUNTY', 'CITY')),
    criterion text not null,
    finding jsonb not null,
    outcome text not null,
    points numeric(9, 2),
    comment text not null default '',
    by uuid not null,
    at timestamptz not null,
    primary key (community_id, assessment_id, side, criterion)
);

create table assessment.answer_evidence (
    community_id integer not null,
    id uuid not null,
    assessment_id uuid not null,
    criterion text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    kind text not null,
    title text not null default '',
    captured_on date,
    shows_date boolean not null default false,
    public boolean not null default false,
    verified_by uuid,
    verified_at timestamptz,
    added_by uuid not null,
    added_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    primary key (community_id, id)
);

create index answer_evidence_by_assessment
    on assessment.answer_evidence (community_id, assessment_id, criterion) where removed_at is null;

-- The result that was decided, a criterion a row; what counts of criteria are counted from.
create table assessment.result (
    community_id integer not null,
    assessment_id uuid not null,
    cycle_id uuid not null,
    criterion text not null,
    path text not null,
    outcome text not null check (outcome in ('MET', 'NOT_MET', 'PARTLY', 'NOT_APPLICABLE', 'NOT_ASSESSED')),
    points numeric(9, 2),
    max_points numeric(9, 2),
    reason text not null default '',
    primary key (community_id, assessment_id, criterion)
);

create index result_by_cycle on assessment.result (cycle_id, criterion, path text_pattern_ops);

-- What one assessor saw on site.
create table assessment.site_check (
    community_id integer not null,
    id uuid not null,
    assessment_id uuid not null,
    round integer not null,
    assessor uuid not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    checked_at timestamptz not null,
    clock_changed boolean not null,
    note text not null default '',
    evidence text[] not null default '{}',
    received_at timestamptz not null,
    primary key (community_id, id),
    unique (community_id, assessment_id, round, assessor)
);

create index site_check_by_id on assessment.site_check (id);

create table assessment.site_finding (
    community_id integer not null,
    check_id uuid not null,
    criterion text not null,
    met boolean not null,
    defects integer not null check (defects >= 0),
    note text not null default '',
    primary key (community_id, check_id, criterion)
);

-- Where somebody may not assess, as he declared himself.
create table assessment.interest (
    community_id integer not null,
    account_id uuid not null,
    reason text not null check (reason <> ''),
    declared_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (community_id, account_id)
);

create table assessment.objection (
    community_id integer not null,
    id uuid not null,
    assessment_id uuid not null,
    criterion text not null,
    reason text not null check (reason <> ''),
    evidence text not null default '',
    objector_name text not null,
    objector_contact text not null,
    state text not null check (state in ('OPEN', 'DISMISSED', 'UPHELD')),
    raised_at timestamptz not null,
    answer text not null default '',
    answered_by uuid,
    answered_at timestamptz,
    primary key (community_id, id),
    constraint objection_answer_is_whole check ((state = 'OPEN') = (answered_at is null))
);

create index objection_by_assessment on assessment.objection (community_id, assessment_id);

-- Titles: what a community was named, apart from any cycle.
create table assessment.title (
    community_id integer not null,
    id uuid not null,
    place text not null,
    path text not null,
    kind text not null check (kind in ('CITY', 'PROVINCE', 'DEMONSTRATION')),
    assessment_id uuid not null,
    source text not null check (source <> ''),
    granted_on date not null,
    granted_by uuid not null,
    revoked_on date,
    revoked_by uuid,
    revocation_reason text not null default '',
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    constraint title_revocation_is_whole check ((revoked_on is null) = (revoked_by is null))
);

create index title_by_path on assessment.title (path text_pattern_ops);
create unique index title_once on assessment.title (community_id, kind) where revoked_on is null;

-- Draws for inspection: the seed's hash is published first, the seed with the draw.
create table assessment.sample (
    id uuid primary key,
    cycle_id uuid not null references assessment.cycle,
    size integer not null check (size > 0),
    commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
    seed text not null check (seed ~ '^[0-9a-f]{64}$'),
    committed_by uuid not null,
    committed_at timestamptz not null,
    drawn_at timestamptz,
    frame integer
);

create table assessment.sample_item (
    community_id integer not null,
    sample_id uuid not null,
    assessment_id uuid not null,
    place text not null,
    draw_order integer not null,
    hash text not null,
    drawn boolean not null,
    primary key (community_id, sample_id, assessment_id)
);

-- What cycles add to the measures of a year: one row for each community of a cycle's register and each measure. A community that
-- is in several cycles of a year counts once, by the one in which it came furthest.
create view assessment.v_measure as
select best.community_id, best.place, fed.measure, best.year::text as period,
    best.community_id || '/' || best.year as subject,
    best.name_zh as label_zh, best.name_en as label_en,
    case when best.is_public then '/assessments/' || best.assessment_id else '/assessments/cycles/' || best.cycle_id end as link,
    fed.value::numeric as value, true as verified, 0::bigint as cell, fed.mark
from (
    select distinct on (member.community_id, cycle.year)
        member.community_id, member.place, member.name_zh, member.name_en, cycle.year, cycle.id as cycle_id,
        it.id as assessment_id,
        it.notice_from is not null and it.state <> 'WITHDRAWN' as is_public,
        it.id is not null and it.state <> 'WITHDRAWN' as is_enrolled,
        it.attained_at is not null and it.ended_at is null as is_attained,
        exists (
            select
            from assessment.title title
            where title.community_id = member.community_id
            and title.assessment_id = it.id
            and title.kind = 'PROVINCE'
            and title.revoked_on is null) as is_named
    from assessment.cycle_member member
    join assessment.cycle on cycle.id = member.cycle_id
    left join assessment.assessment it
        on it.community_id = member.community_id and it.cycle_id = member.cycle_id
    where member.urban and member.community_id > 0
    order by member.community_id, cycle.year, (it.attained_at is not null and it.ended_at is null) desc,
        (it.id is not null and it.state <> 'WITHDRAWN') desc, cycle.id
) best
cross join lateral (
    values
        ('assessment.enrolled', best.is_enrolled::integer, coalesce(best.assessment_id::text, '')),
        ('assessment.attained', best.is_attained::integer, coalesce(best.assessment_id::text, '')),
        ('assessment.named', best.is_named::integer, coalesce(best.assessment_id::text, ''))
) as fed (measure, value, mark);
