-- What meetings, ideas, experts' advice and votes add to measures, by year; one row for each thing and measure.
create or replace view governance.v_measures as
select m.community_id, left(m.place_code, 12) as place, told.measure, extract(year from m.held_on)::integer::text as period,
    m.id::text as subject, m.title as label_zh, m.title as label_en,
    case when m.idea_id is null then '/governance' else '/governance/ideas/' || m.idea_id end as link,
    told.value::numeric as value, true as verified, 0::bigint as cell, m.id::text as mark
from governance.meeting m
cross join lateral (
    values
        (case when m.persons_online > 0 then 'deliberation.online' end, 1),
        (case when m.persons_on_site > 0 then 'deliberation.offline' end, 1),
        ('deliberation.persons', m.persons_on_site + m.persons_online),
        (case when m.kind = 'EVALUATION' then 'evaluation.answers' end,
            coalesce(m.satisfied, 0) + coalesce(m.neutral, 0) + coalesce(m.dissatisfied, 0)),
        (case when m.kind = 'EVALUATION' then 'evaluation.satisfied' end, coalesce(m.satisfied, 0))
) told (measure, value)
where m.state = 'HELD'
and told.measure is not null
union all
select r.community_id, left(i.place_code, 12), 'expert.visits',
    extract(year from r.said_at at time zone 'Asia/Shanghai')::integer::text, r.id::text, i.title, i.title,
    '/governance/ideas/' || i.id, 1, true, 0, r.id::text
from governance.idea_remark r
join governance.idea i on i.community_id = r.community_id and i.id = r.idea_id
where r.kind = 'ADVICE'
and r.hidden_reason is null
union all
select i.community_id, left(i.place_code, 12), told.measure, extract(year from s.on_day)::integer::text, i.id::text, i.title,
    i.title, '/governance/ideas/' || i.id, 1, true, 0, s.number::text
from governance.idea i
join governance.idea_step s on s.community_id = i.community_id and s.idea_id = i.id
cross join lateral (
    values
        (case when s.stage = 'RAISED' and i.stage not in ('MERGED', 'WITHDRAWN') then 'ideas.raised' end),
        (case when s.stage = 'EVALUATED' then 'participation.cases' end),
        (case when s.stage = 'CLOSED' then 'ideas.closed' end)
) told (measure)
where told.measure is not null
and (s.number > 1 or i.source = '')
union all
select d.community_id, left(d.place_code, 12), told.measure,
    extract(year from d.closes_at at time zone 'Asia/Shanghai')::integer::text, d.id::text, d.title, d.title,
    '/governance/decisions/' || d.id, told.value, true, 0, r.file_sha256
from governance.decision d
join governance.result r on r.community_id = d.community_id and r.decision_id = d.id
cross join lateral (
    values ('decisions.counted', 1), ('decisions.rights', r.entitled), ('decisions.ballots', r.ballots)
) told (measure, value)
where d.annulled_at is null;
