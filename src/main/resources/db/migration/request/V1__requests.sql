create schema request;

-- A report of a resident (随手拍), a finding of a patrol or a request from another program: a work order with deadlines.
-- words are as typed and for staff alone; public_words is what everybody may read, null until somebody has released it.
create table request.request (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    place text not null check (length(place) between 12 and 60),
    place_path text not null,
    service text not null check (service ~ '^[A-Z_]+$'),
    service_zh text not null,
    service_en text not null,
    words text not null check (length(words) between 1 and 4000),
    public_words text check (length(public_words) between 1 and 4000),
    where_words text not null default '' check (length(where_words) <= 300),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    source text not null check (source in ('PAGE', 'PLATE', 'STAFF', 'PATROL', 'PROGRAM')),
    state text not null check (state in ('RECEIVED', 'DISPATCHED', 'IN_HAND', 'HANDED_OVER', 'ANSWERED', 'CALLED_BACK',
        'CLOSED', 'REOPENED', 'REFUSED', 'DUPLICATE', 'WITHDRAWN')),
    received_at timestamptz not null,
    received_on date not null,
    respond_due_on date not null,
    due_on date not null,
    responded_at timestamptz,
    responded_in_time boolean,
    answered_at timestamptz,
    answered_by uuid,
    closed_at timestamptz,
    closed_on date,
    escalated_on date,
    office text not null default '' check (length(office) <= 100),
    assignee uuid,
    merged_into uuid check (merged_into <> id),
    echoes integer not null default 0 check (echoes >= 0),
    resolved boolean,
    satisfaction text check (satisfaction in ('SATISFIED', 'BASICALLY', 'DISSATISFIED')),
    called_by uuid,
    client uuid,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    unique (community_id, code),
    check ((latitude is null) = (longitude is null)),
    check ((responded_at is null) = (responded_in_time is null)),
    check ((closed_at is null) = (closed_on is null)),
    check (respond_due_on >= received_on and due_on >= received_on)
);

create index request_by_id on request.request (id);
create index request_by_code on request.request (code);
create index request_by_place on request.request (place_path text_pattern_ops, id desc);
create index request_open on request.request (due_on, id)
    where state in ('RECEIVED', 'DISPATCHED', 'IN_HAND', 'HANDED_OVER', 'REOPENED');
create index request_near on request.request (community_id, service, received_on);

-- Answers to the extra questions of a service: keys of lists, never free words.
create table request.answer (
    community_id integer not null,
    request_id uuid not null,
    attribute text not null,
    value text not null check (length(value) <= 100),
    primary key (community_id, request_id, attribute, value),
    foreign key (community_id, request_id) references request.request
);

-- Who reported it, apart from what was reported; emptied ninety days after the end.
create table request.reporter (
    community_id integer not null,
    request_id uuid not null,
    account_id uuid,
    phone text not null default '' check (length(phone) <= 24),
    verified_at timestamptz,
    verified_by uuid,
    primary key (community_id, request_id),
    foreign key (community_id, request_id) references request.request
);

create index reporter_by_account on request.reporter (account_id, request_id desc) where account_id is not null;

-- What happened to it, never changed. A step that is not shown is a private note.
create table request.step (
    community_id integer not null,
    id uuid not null,
    request_id uuid not null,
    kind text not null check (kind in ('REPORTED', 'MOVED', 'ASSIGNED', 'NOTED', 'MERGED', 'CALLED_BACK', 'PHOTO', 'ADDED',
        'ESCALATED', 'VERIFIED', 'ECHO', 'RELEASED')),
    state_to text,
    words text not null default '' check (length(words) <= 2000),
    shown boolean not null,
    done_by uuid,
    done_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, request_id) references request.request
);

create index step_by_request on request.step (community_id, request_id, id);
create index step_by_time on request.step (community_id, done_at, id) where shown;

-- A photo is for staff until somebody released a copy in which faces and numbers are covered.
create table request.photo (
    community_id integer not null,
    id uuid not null,
    request_id uuid not null,
    phase text not null check (phase in ('BEFORE', 'AFTER')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    mime text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    added_by uuid,
    added_at timestamptz not null,
    shown_sha256 text check (shown_sha256 ~ '^[0-9a-f]{64}$'),
    boxes integer not null default 0 check (boxes >= 0),
    shown_by uuid,
    shown_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, request_id) references request.request,
    check ((shown_sha256 is null) = (shown_at is null) and (shown_at is null) = (shown_by is null))
);

create index photo_by_id on request.photo (id);
create index photo_by_request on request.photo (community_id, request_id, id);

-- Who is told: of one request, of a place and below, of a service at a place.
create table request.subscription (
    community_id integer not null,
    account_id uuid not null,
    subject text not null check (length(subject) between 1 and 160),
    request_id uuid,
    place_path text,
    service text not null default '',
    since timestamptz not null,
    primary key (community_id, account_id, subject),
    check ((request_id is null) <> (place_path is null))
);

create index subscription_by_account on request.subscription (account_id);

-- Answers that are written again and again.
create table request.template (
    community_id integer not null,
    id uuid not null,
    service text not null default '',
    title text not null check (length(title) between 1 and 60),
    words text not null check (length(words) between 1 and 2000),
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create index template_by_id on request.template (id);

-- Programs that may report through Open311; the key itself is shown once and never kept.
create table request.client (
    id uuid primary key,
    key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
    label text not null check (length(label) between 1 and 100),
    place text not null,
    place_path text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC'))
);

-- Acts that count, waiting to be recorded as activities after their own transaction (filed_at is null).
create table request.act (
    community_id integer not null,
    id uuid not null,
    kind text not null check (kind ~ '^[a-z.]+$'),
    place text not null,
    done_at timestamptz not null,
    done_by uuid not null,
    quantities text not null,
    filed_at timestamptz,
    refused text not null default '' check (length(refused) <= 200),
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id)
);

create index act_waiting on request.act (done_at, id) where filed_at is null;
