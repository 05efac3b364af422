-- Works whose cost the owners of a building share: a lift, a roof, pipes.
create table governance.shared_work (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    kind text not null check (kind ~ '^[A-Z]+$'),
    title text not null check (length(title) between 1 and 100),
    words text not null default '' check (length(words) <= 2000),
    cost_fen bigint not null check (cost_fen between 1 and 100000000000),
    subsidy_fen bigint not null check (subsidy_fen between 0 and cost_fen),
    running_fen bigint not null check (running_fen between 0 and 100000000000),
    state text not null check (state in ('DRAFT', 'PUBLICISED', 'AGREED', 'DONE', 'WITHDRAWN')),
    objections_until date,
    decision_id uuid,
    withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
    prepared_by uuid not null,
    prepared_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
    check (state in ('DRAFT', 'WITHDRAWN') or objections_until is not null)
);

create index shared_work_by_id on governance.shared_work (id);
create index shared_work_by_place on governance.shared_work (place_path text_pattern_ops, id desc);
-- One vote agrees to one work.
create unique index shared_work_by_decision on governance.shared_work (community_id, decision_id)
    where decision_id is not null;

-- What each dwelling pays once, and each year; coefficients in thousandths.
create table governance.work_share (
    community_id integer not null,
    work_id uuid not null,
    place_code text not null,
    floor integer not null check (floor between -5 and 200),
    area_centi_m2 bigint not null check (area_centi_m2 between 1 and 10000000),
    coefficient_milli integer not null check (coefficient_milli between 0 and 100000),
    running_milli integer not null check (running_milli between 0 and 100000),
    share_fen bigint not null check (share_fen >= 0),
    running_fen bigint not null check (running_fen >= 0),
    consent text not null check (consent in ('OPEN', 'AGREES', 'DECLINES')),
    signed_on date,
    entered_by uuid,
    primary key (community_id, work_id, place_code),
    foreign key (community_id, work_id) references governance.shared_work,
    check ((consent = 'OPEN') = (signed_on is null))
);

create table governance.work_objection (
    community_id integer not null,
    work_id uuid not null,
    id uuid not null,
    words text not null check (length(words) between 1 and 2000),
    said_by uuid not null,
    said_at timestamptz not null,
    answer text check (length(answer) between 1 and 2000),
    answered_by uuid,
    answered_at timestamptz,
    primary key (community_id, work_id, id),
    foreign key (community_id, work_id) references governance.shared_work,
    check ((answer is null) = (answered_at is null))
);
