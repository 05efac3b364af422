create schema project;

-- A work that improves a place. community_id is 0 for a project above communities, such as of a county.
create table project.project (
    community_id integer not null check (community_id >= 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    type text not null check (type ~ '^[a-z-]+$'),
    title_zh text not null check (length(title_zh) between 1 and 100),
    title_en text not null check (length(title_en) between 1 and 100),
    problem_zh text not null default '' check (length(problem_zh) <= 2000),
    problem_en text not null default '' check (length(problem_en) <= 2000),
    old_estate boolean not null default false,
    stage text not null check (stage in ('PROPOSED', 'DISCUSSED', 'PLANNED', 'APPROVED', 'IN_WORKS', 'ACCEPTED',
        'EVALUATED', 'REJECTED', 'SUSPENDED', 'CANCELLED')),
    suspended_from text,
    plan_zh text not null default '' check (length(plan_zh) <= 2000),
    plan_en text not null default '' check (length(plan_en) <= 2000),
    cost_fen bigint check (cost_fen > 0),
    quantity numeric(14, 2) check (quantity > 0),
    planned_start date,
    planned_end date,
    contractor text not null default '' check (length(contractor) <= 300),
    warranty_months integer not null default 0 check (warranty_months between 0 and 600),
    started_on date,
    accepted_on date,
    done_quantity numeric(14, 2) check (done_quantity >= 0),
    run_by uuid,
    source text not null default '' check (length(source) <= 300),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check (planned_start <= planned_end),
    check (started_on <= accepted_on),
    check ((stage = 'SUSPENDED') = (suspended_from is not null))
);

create index project_by_id on project.project (id);
create index project_by_place on project.project (place_path text_pattern_ops, id desc);

-- The steps it took, never changed.
create table project.step (
    community_id integer not null,
    project_id uuid not null,
    number integer not null check (number > 0),
    stage_from text,
    stage_to text not null,
    on_day date not null,
    reason text not null default '' check (length(reason) <= 300),
    done_by uuid not null,
    done_at timestamptz not null,
    primary key (community_id, project_id, number),
    foreign key (community_id, project_id) references project.project
);

-- How it was talked over.
create table project.talk (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    held_on date not null,
    form text not null,
    online boolean not null,
    venue text not null default '' check (length(venue) <= 300),
    resolution text not null check (length(resolution) between 1 and 2000),
    votes_for integer check (votes_for >= 0),
    votes_against integer check (votes_against >= 0),
    votes_abstain integer check (votes_abstain >= 0),
    link text not null default '' check (length(link) <= 300),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, project_id) references project.project
);

create index talk_by_project on project.talk (community_id, project_id, held_on);

create table project.talk_part (
    community_id integer not null,
    talk_id uuid not null,
    part text not null,
    persons integer not null check (persons > 0),
    primary key (community_id, talk_id, part),
    foreign key (community_id, talk_id) references project.talk
);

-- Money planned, allocated and paid; never changed. A counter-entry has the opposite amount.
-- amount_fen is null where a source names a payer and no amount.
create table project.fund_movement (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    number integer not null check (number > 0),
    source text not null check (source ~ '^[A-Z_]+$'),
    payer text not null default '' check (length(payer) <= 100),
    kind text not null check (kind in ('PLAN', 'ALLOCATE', 'PAY')),
    amount_fen bigint check (amount_fen <> 0),
    on_day date not null,
    document text not null default '' check (length(document) <= 300),
    reverses uuid check (reverses <> id),
    booked_by uuid not null,
    booked_at timestamptz not null,
    primary key (community_id, id),
    unique (community_id, project_id, number),
    foreign key (community_id, project_id) references project.project,
    check (amount_fen is not null or kind = 'PLAN'),
    check (coalesce(amount_fen, 1) > 0 or reverses is not null)
);

create unique index fund_movement_reversed_once on project.fund_movement (community_id, reverses)
    where reverses is not null;

create table project.product (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    name text not null check (length(name) between 1 and 100),
    supplier text not null default '' check (length(supplier) <= 100),
    amount_fen bigint check (amount_fen > 0),
    certificate text not null default '' check (length(certificate) <= 100),
    added_by uuid not null,
    added_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, project_id) references project.project
);

create index product_by_project on project.product (community_id, project_id);

create table project.acceptance (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    held_on date not null,
    passed boolean not null,
    words text not null default '' check (length(words) <= 2000),
    held_by uuid not null,
    held_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, project_id) references project.project
);

create index acceptance_by_project on project.acceptance (community_id, project_id);

-- acceptance_id is null for a defect found after acceptance, within the warranty.
create table project.defect (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    acceptance_id uuid,
    words text not null check (length(words) between 1 and 300),
    due_on date not null,
    fixed_on date,
    repair text not null default '' check (length(repair) <= 300),
    fixed_by uuid,
    reported_by uuid not null,
    reported_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, project_id) references project.project,
    check ((fixed_on is null) = (fixed_by is null))
);

create index defect_by_project on project.defect (community_id, project_id);

create table project.evaluation (
    community_id integer not null,
    project_id uuid not null,
    held_on date not null,
    satisfied integer not null check (satisfied >= 0),
    neutral integer not null check (neutral >= 0),
    dissatisfied integer not null check (dissatisfied >= 0),
    words_zh text not null check (length(words_zh) between 1 and 2000),
    words_en text not null check (length(words_en) between 1 and 2000),
    indicator text,
    before_period text,
    after_period text,
    evaluated_by uuid not null,
    evaluated_at timestamptz not null,
    primary key (community_id, project_id),
    foreign key (community_id, project_id) references project.project,
    check ((indicator is null) = (before_period is null) and (indicator is null) = (after_period is null))
);

create table project.document (
    community_id integer not null,
    id uuid not null,
    project_id uuid not null,
    title text not null check (length(title) between 1 and 100),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    mime text not null,
    bytes bigint not null check (bytes > 0),
    added_by uuid not null,
    added_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, project_id) references project.project
);

create index document_by_project on project.document (community_id, project_id);
