-- A dispute among neighbours and what became of it. Confidential: read by the mediators of its place alone, each look audited.
-- facts and terms are emptied three years after the end, the law's time for bringing a case to court.
create table request.mediation (
    community_id integer not null check (community_id > 0),
    id uuid not null,
    place text not null check (length(place) between 12 and 60),
    place_path text not null,
    dispute text not null check (dispute ~ '^[A-Z_]+$'),
    way text not null check (way in ('APPLIED', 'REFERRED', 'PROACTIVE')),
    request_id uuid,
    facts text not null check (length(facts) <= 4000),
    state text not null check (state in ('APPLIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'MEDIATING', 'AGREED', 'TERMINATED', 'PERFORMED',
        'BREACHED')),
    applied_on date not null,
    accepted_on date,
    due_on date,
    extended boolean not null default false,
    form text check (form in ('WRITTEN', 'ORAL')),
    terms text not null default '' check (length(terms) <= 4000),
    perform_on date,
    concluded_on date,
    ended_on date,
    opened_by uuid not null,
    opened_at timestamptz not null,
    origin text not null check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC')),
    primary key (community_id, id),
    check ((accepted_on is null) = (due_on is null)),
    check ((form is null) = (perform_on is null)),
    check (concluded_on is not null or state not in ('AGREED', 'TERMINATED', 'PERFORMED', 'BREACHED')),
    check (form is not null or state not in ('AGREED', 'PERFORMED', 'BREACHED'))
);

create index mediation_by_id on request.mediation (id);
create index mediation_by_place on request.mediation (place_path text_pattern_ops, id desc);
create index mediation_ended on request.mediation (ended_on) where ended_on is not null;

-- Whom it is between. Telephones go ninety days after the end, names with the facts.
create table request.party (
    community_id integer not null,
    mediation_id uuid not null,
    number integer not null check (number between 1 and 10),
    name text not null check (length(name) <= 60),
    phone text not null default '' check (length(phone) <= 24),
    primary key (community_id, mediation_id, number),
    foreign key (community_id, mediation_id) references request.mediation
);

-- What was done, never changed but for the words, which go with the facts. on_day is the day of a session or a visit.
create table request.mediation_step (
    community_id integer not null,
    id uuid not null,
    mediation_id uuid not null,
    kind text not null check (kind in ('OPENED', 'MOVED', 'SESSION', 'DRAFTED', 'EXTENDED', 'SIGNED', 'FOLLOWED_UP')),
    state_to text,
    words text not null check (length(words) <= 4000),
    on_day date not null,
    done_by uuid not null,
    done_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, mediation_id) references request.mediation
);

create index mediation_step_by_mediation on request.mediation_step (community_id, mediation_id, id);

-- As before, and: fire lanes that were reported and are not yet free (criterion 8), where a patrol that reached every checkpoint says
-- that somebody looked; mediation as two sums a year and no more.
create or replace view request.v_measures as
select r.community_id, left(r.place, 12) as place, told.measure, extract(year from r.received_on)::integer::text as period,
    r.id::text as subject, r.service_zh as label_zh, r.service_en as label_en, '/requests/' || r.id as link, told.value,
    true as verified, 0::bigint as cell, r.state as mark
from request.request r
cross join lateral (
    values
        ('requests.received', 1::numeric),
        ('requests.handled', (r.responded_at is not null or r.escalated_on is not null)::integer::numeric),
        ('requests.responded', coalesce(r.responded_in_time, false)::integer::numeric),
        ('requests.called', (r.resolved is not null)::integer::numeric),
        ('requests.resolved', coalesce(r.resolved, false)::integer::numeric),
        ('requests.rated', (r.satisfaction is not null)::integer::numeric),
        ('requests.satisfied', coalesce(r.satisfaction in ('SATISFIED', 'BASICALLY'), false)::integer::numeric),
        (case when r.service = 'NOISE' then 'noise.received' end, 1::numeric),
        (case when r.service = 'NOISE' then 'noise.resolved' end, (r.state = 'CLOSED')::integer::numeric),
        (case when r.service = 'FIRELANE' then 'lifeline.open' end,
            (r.state not in ('CLOSED', 'REFUSED') and not coalesce(r.resolved, false))::integer::numeric)
) told (measure, value)
where told.measure is not null
and r.state not in ('DUPLICATE', 'WITHDRAWN')
union all
select m.community_id, left(m.place, 12), told.measure, extract(year from m.concluded_on)::integer::text, 'mediation',
    '邻里调解', 'Mediation among neighbours', '/indicators/mediation.agreed.rate', sum(told.value), true, 0::bigint,
    sum(told.value)::text
from request.mediation m
cross join lateral (
    values
        ('mediation.concluded', 1::numeric),
        ('mediation.agreed', (m.state <> 'TERMINATED')::integer::numeric)
) told (measure, value)
where m.state in ('AGREED', 'TERMINATED', 'PERFORMED', 'BREACHED')
group by m.community_id, left(m.place, 12), told.measure, extract(year from m.concluded_on)::integer::text
union all
select p.community_id, left(r.place, 12), 'lifeline.open',
    extract(year from p.ended_at at time zone 'Asia/Shanghai')::integer::text, p.id::text, r.name_zh, r.name_en,
    '/requests?place=' || left(r.place, 12) || '&service=FIRELANE', 0, true, 0::bigint, 'walked'
from request.patrol p
join request.route r on r.community_id = p.community_id and r.id = p.route_id
where p.ended_at is not null
and not exists (
    select from request.visit v
    where v.community_id = p.community_id and v.patrol_id = p.id and v.result = 'NOT_REACHED'
);
