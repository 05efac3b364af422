-- What meetings, ideas, experts' advice, votes, conventions and shared works add to measures, by year: the records of their acts
-- and nothing else. Ideas raised are no act of the community and are counted as they are.
create or replace view governance.v_measures as
select a.community_id, left(a.place, 12) as place, told.measure, extract(year from r.local_date)::integer::text as period,
    a.subject::text || case when a.part = 0 then '' else '/' || a.part end as subject,
    named.title as label_zh, named.title as label_en, named.link, (r.quantities ->> told.quantity)::numeric as value,
    r.state = 'VERIFIED' as verified, 0::bigint as cell, a.id::text as mark
from governance.act a
join activity.v_activity r on r.community_id = a.community_id and r.id = a.id
join (
    values ('meeting.held', 'online', 'deliberation.online'), ('meeting.held', 'onsite', 'deliberation.offline'),
        ('meeting.held', 'persons', 'deliberation.persons'), ('meeting.held', 'answers', 'evaluation.answers'),
        ('meeting.held', 'satisfied', 'evaluation.satisfied'), ('advice.given', 'visits', 'expert.visits'),
        ('idea.adopted', 'ideas', 'ideas.adopted'), ('idea.evaluated', 'ideas', 'participation.cases'),
        ('idea.closed', 'ideas', 'ideas.closed'), ('vote.counted', 'votes', 'decisions.counted'),
        ('vote.counted', 'rights', 'decisions.rights'), ('vote.counted', 'ballots', 'decisions.ballots'),
        ('convention.adopted', 'conventions', 'conventions.adopted'), ('works.agreed', 'works', 'works.agreed')
) told (kind, quantity, measure) on told.kind = a.kind
join lateral (
    select m.title, case when m.idea_id is null then '/governance' else '/governance/ideas/' || m.idea_id || '#' || m.id end as link
    from governance.meeting m
    where a.kind = 'meeting.held'
    and m.community_id = a.community_id
    and m.id = a.subject
    union all
    select i.title, '/governance/ideas/' || i.id
    from governance.idea_remark said
    join governance.idea i on i.community_id = said.community_id and i.id = said.idea_id
    where a.kind = 'advice.given'
    and said.community_id = a.community_id
    and said.id = a.subject
    union all
    select i.title, '/governance/ideas/' || i.id
    from governance.idea i
    where a.kind in ('idea.adopted', 'idea.evaluated', 'idea.closed')
    and i.community_id = a.community_id
    and i.id = a.subject
    union all
    select d.title, '/governance/decisions/' || d.id
    from governance.decision d
    where a.kind = 'vote.counted'
    and d.community_id = a.community_id
    and d.id = a.subject
    union all
    select c.title, '/governance/conventions/' || c.id || '?version=' || a.part
    from governance.convention c
    where a.kind = 'convention.adopted'
    and c.community_id = a.community_id
    and c.id = a.subject
    union all
    select w.title, '/governance/works/' || w.id
    from governance.shared_work w
    where a.kind = 'works.agreed'
    and w.community_id = a.community_id
    and w.id = a.subject
) named on true
where r.state in ('VERIFIED', 'RECORDED')
and jsonb_exists(r.quantities, told.quantity)
union all
select i.community_id, left(i.place_code, 12), 'ideas.raised', extract(year from s.on_day)::integer::text, i.id::text, i.title,
    i.title, '/governance/ideas/' || i.id, 1, true, 0, s.number::text
from governance.idea i
join governance.idea_step s on s.community_id = i.community_id and s.idea_id = i.id
where s.stage = 'RAISED'
and i.stage not in ('MERGED', 'WITHDRAWN')
and (s.number > 1 or i.source = '');
