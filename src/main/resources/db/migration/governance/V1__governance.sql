create schema governance;

-- An idea of somebody who lives or works here, from the first word to the result.
create table governance.idea (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    title text not null check (length(title) between 1 and 100),
    words text not null default '' check (length(words) <= 2000),
    stage text not null check (stage ~ '^[A-Z_]+$'),
    merged_into uuid check (merged_into <> id),
    project_id uuid,
    decision_id uuid,
    result text not null default '' check (length(result) <= 2000),
    raised_by uuid not null,
    raised_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    source text not null default '' check (length(source) <= 300),
    primary key (community_id, id)
);

create index idea_by_id on governance.idea (id);
create index idea_by_place on governance.idea (place_path text_pattern_ops, id desc);

create table governance.idea_step (
    community_id integer not null,
    idea_id uuid not null,
    number integer not null check (number > 0),
    stage text not null,
    on_day date not null,
    words text not null default '' check (length(words) <= 2000),
    done_by uuid not null,
    done_at timestamptz not null,
    primary key (community_id, idea_id, number),
    foreign key (community_id, idea_id) references governance.idea
);

-- Who wants it too, and whether the result has been read.
create table governance.idea_support (
    community_id integer not null,
    idea_id uuid not null,
    account_id uuid not null,
    supported_at timestamptz not null,
    primary key (community_id, idea_id, account_id),
    foreign key (community_id, idea_id) references governance.idea
);

create index idea_support_by_account on governance.idea_support (account_id, idea_id);

-- What was said to it: comments, changes proposed, advice of experts; with what became of it.
create table governance.idea_remark (
    community_id integer not null,
    id uuid not null,
    idea_id uuid not null,
    kind text not null check (kind in ('COMMENT', 'AMENDMENT', 'ADVICE')),
    speaker text not null default '' check (length(speaker) <= 100),
    words text not null check (length(words) between 1 and 2000),
    said_by uuid not null,
    said_at timestamptz not null,
    answer text check (answer in ('ADOPTED', 'PARTLY', 'NOT')),
    answer_words text not null default '' check (length(answer_words) <= 2000),
    answered_by uuid,
    answered_at timestamptz,
    hidden_reason text check (length(hidden_reason) between 1 and 300),
    hidden_by uuid,
    primary key (community_id, id),
    foreign key (community_id, idea_id) references governance.idea
);

create index idea_remark_by_idea on governance.idea_remark (community_id, idea_id, id);

-- A place to talk things over, of a community, a quarter or a building.
create table governance.venue (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    level text not null check (level in ('COMMUNITY', 'QUARTER', 'BUILDING')),
    name_zh text not null check (length(name_zh) between 1 and 100),
    name_en text not null check (length(name_en) between 1 and 100),
    where_words text not null default '' check (length(where_words) <= 300),
    added_by uuid not null,
    added_at timestamptz not null,
    closed_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    source text not null default '' check (length(source) <= 300),
    primary key (community_id, id)
);

create index venue_by_place on governance.venue (place_path text_pattern_ops, id);

create table governance.meeting (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    venue_id uuid,
    idea_id uuid,
    kind text not null check (kind ~ '^[A-Z_]+$'),
    title text not null check (length(title) between 1 and 100),
    starts_at timestamptz not null,
    held_on date not null,
    agenda text not null default '' check (length(agenda) <= 2000),
    check_in text not null check (check_in ~ '^[A-Z0-9]{8}$'),
    online boolean not null default false,
    minutes text not null default '' check (length(minutes) <= 10000),
    persons_on_site integer not null default 0 check (persons_on_site >= 0),
    persons_online integer not null default 0 check (persons_online >= 0),
    satisfied integer check (satisfied >= 0),
    neutral integer check (neutral >= 0),
    dissatisfied integer check (dissatisfied >= 0),
    state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    called_by uuid not null,
    called_at timestamptz not null,
    recorded_by uuid,
    recorded_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    foreign key (community_id, idea_id) references governance.idea
);

create index meeting_by_id on governance.meeting (id);
create index meeting_by_place on governance.meeting (place_path text_pattern_ops, id desc);
create index meeting_by_idea on governance.meeting (community_id, idea_id);

-- Who signed in, with the code on the poster or on the list at the door.
create table governance.attendance (
    community_id integer not null,
    meeting_id uuid not null,
    account_id uuid not null,
    online boolean not null,
    came_at timestamptz not null,
    primary key (community_id, meeting_id, account_id),
    foreign key (community_id, meeting_id) references governance.meeting
);

-- Whether this system is the channel that a jurisdiction recognises, and the days it wants. A reference table.
create table governance.voting_rule (
    place_path text not null,
    kind text not null check (kind in ('POLL', 'ASSEMBLY', 'OWNERS', 'BUDGET')),
    recognised boolean not null,
    channel text not null default '' check (length(channel) <= 300),
    notice_days integer not null check (notice_days between 0 and 365),
    least_days integer not null check (least_days between 0 and 365),
    most_days integer not null check (most_days between least_days and 730),
    source text not null default '' check (length(source) <= 300),
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (place_path, kind)
);

-- Who owns what; owner is a number of the roll, never a name.
create table governance.owned_unit (
    community_id integer not null check (community_id > 0),
    place_code text not null,
    place_path text not null,
    area_centi_m2 bigint not null check (area_centi_m2 between 1 and 10000000),
    area_source text not null check (area_source in ('REGISTER', 'SURVEY', 'CONTRACT')),
    owner text not null check (owner ~ '^[A-Za-z0-9-]{1,40}$'),
    unsold boolean not null default false,
    entered_by uuid not null,
    entered_at timestamptz not null,
    primary key (community_id, place_code)
);

create index owned_unit_by_place on governance.owned_unit (place_path text_pattern_ops);

create table governance.decision (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place_code text not null,
    place_path text not null,
    kind text not null check (kind in ('POLL', 'ASSEMBLY', 'OWNERS', 'BUDGET')),
    matter integer check (matter between 1 and 9),
    title text not null check (length(title) between 1 and 100),
    words text not null default '' check (length(words) <= 2000),
    idea_id uuid,
    most_choices integer not null default 1 check (most_choices between 1 and 100),
    ballot_type text check (ballot_type in ('APPROVAL', 'ORDINAL', 'CUMULATIVE', 'SCORING')),
    budget_yuan bigint check (budget_yuan between 1 and 1000000000),
    points integer check (points between 1 and 1000),
    recognised boolean not null default false,
    opens_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opens_at),
    announced_at timestamptz,
    counted_at timestamptz,
    annulled_at timestamptz,
    annulled_reason text check (length(annulled_reason) between 1 and 300),
    salt bytea not null check (length(salt) = 32),
    prepared_by uuid not null,
    prepared_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check ((kind = 'OWNERS') = (matter is not null)),
    check ((kind = 'BUDGET') = (budget_yuan is not null and ballot_type is not null)),
    check (counted_at is null or announced_at is not null)
);

create index decision_by_id on governance.decision (id);
create index decision_by_place on governance.decision (place_path text_pattern_ops, id desc);

-- Answers of a poll, projects of a budget; numbers are the order of the lot for ties.
create table governance.decision_option (
    community_id integer not null,
    decision_id uuid not null,
    number integer not null check (number between 1 and 200),
    name text not null check (length(name) between 1 and 100),
    cost_yuan bigint check (cost_yuan between 0 and 1000000000),
    primary key (community_id, decision_id, number),
    foreign key (community_id, decision_id) references governance.decision
);

-- The frozen electorate: one row, one ballot.
create table governance.entitlement (
    community_id integer not null,
    decision_id uuid not null,
    id uuid not null,
    place_code text not null,
    label text not null check (length(label) between 1 and 300),
    household_id uuid,
    head text not null check (length(head) between 1 and 60),
    area_centi_m2 bigint not null default 0 check (area_centi_m2 >= 0),
    struck_reason text check (length(struck_reason) between 1 and 300),
    struck_by uuid,
    primary key (community_id, decision_id, id),
    unique (community_id, decision_id, head),
    foreign key (community_id, decision_id) references governance.decision
);

create index entitlement_by_household on governance.entitlement (household_id, decision_id);

-- Ballots, never changed; the highest number counts. After the count of a secret vote choice is emptied.
create table governance.ballot (
    community_id integer not null,
    decision_id uuid not null,
    entitlement_id uuid not null,
    number integer not null check (number > 0),
    id uuid not null,
    choice text check (length(choice) <= 2000),
    receipt_hash text not null check (receipt_hash ~ '^[0-9a-f]{64}$'),
    channel text not null check (channel in ('WEB', 'PAPER', 'ASSISTED', 'OFFICIAL')),
    cast_by uuid not null,
    helper_words text not null default '' check (length(helper_words) <= 300),
    cast_at timestamptz not null,
    primary key (community_id, decision_id, entitlement_id, number),
    unique (community_id, decision_id, id),
    foreign key (community_id, decision_id, entitlement_id) references governance.entitlement
);

-- What each of two people read from a paper ballot; one row a person.
create table governance.paper_entry (
    community_id integer not null,
    decision_id uuid not null,
    entitlement_id uuid not null,
    entered_by uuid not null,
    choice text not null check (length(choice) <= 2000),
    entered_at timestamptz not null,
    primary key (community_id, decision_id, entitlement_id, entered_by),
    foreign key (community_id, decision_id, entitlement_id) references governance.entitlement
);

-- What was counted, without a way back to whoever voted.
create table governance.counted_ballot (
    community_id integer not null,
    decision_id uuid not null,
    receipt_hash text not null,
    choice text not null,
    area_centi_m2 bigint not null,
    primary key (community_id, decision_id, receipt_hash),
    foreign key (community_id, decision_id) references governance.decision
);

create table governance.result (
    community_id integer not null,
    decision_id uuid not null,
    adopted boolean,
    outcome text not null,
    entitled integer not null check (entitled >= 0),
    total_area_centi_m2 bigint not null check (total_area_centi_m2 >= 0),
    ballots integer not null check (ballots >= 0),
    on_paper integer not null check (on_paper >= 0),
    file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
    counted_by uuid not null,
    counted_at timestamptz not null,
    primary key (community_id, decision_id),
    foreign key (community_id, decision_id) references governance.decision
);

-- Who watches the count.
create table governance.observer (
    community_id integer not null,
    decision_id uuid not null,
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    statement text not null default '' check (length(statement) <= 2000),
    added_by uuid not null,
    added_at timestamptz not null,
    primary key (community_id, decision_id, id),
    foreign key (community_id, decision_id) references governance.decision
);
